/** What a cell is that is not counted here, by its usual name. */

export const cellMessages = {
  /** @type {Record<string, string>} */
  cells: {
    SRU: "It is a simple recurrent unit: no matrix reads the step before.",
    QRNN: "It is a quasi-recurrent network: convolutions, and a pooling that recurs.",
    mLSTM: "It is the xLSTM cell with a matrix as its memory, or a multiplicative LSTM.",
    xLSTM: "It is a network of sLSTM and mLSTM blocks.",
    IndRNN: "It is an independently recurrent network: a unit reads only itself of the step before.",
    minGRU: "It is a GRU whose gate reads the input only.",
    minLSTM: "It is an LSTM whose gates read the input only.",
    CfC: "It is a closed-form continuous-time network.",
    LTC: "It is a liquid time-constant network.",
    UGRNN: "It is an update-gate RNN: one gate.",
    CWRNN: "It is a clockwork RNN: its units run at several clock rates.",
    ConvLSTM: "It is an LSTM whose matrices are convolutions.",
    ConvGRU: "It is a GRU whose matrices are convolutions.",
    PhasedLSTM: "It is an LSTM with a time gate.",
    TreeLSTM: "It is an LSTM over a tree.",
    MogrifierLSTM: "It is an LSTM whose input and state gate each other first.",
    GridLSTM: "It is a grid of LSTM cells along several dimensions.",
    ESN: "It is an echo state network: its recurrent weights are never trained.",
    RHN: "It is a recurrent highway network: several layers within a time step.",
    LMU: "It is a Legendre memory unit.",
    JANET: "It is an LSTM with the forget gate alone.",
    LiGRU: "It is a light GRU, without reset gate.",
    LRU: "It is a linear recurrent unit.",
    S4: "It is a structured state space model.",
    Mamba: "It is a selective state space model.",
    RWKV: "It is a recurrent network with linear attention.",
  },
};
