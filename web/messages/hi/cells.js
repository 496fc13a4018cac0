/** What a cell is that is not counted here, by its usual name. */

/** @type {typeof import("../en/cells.js").cellMessages} */
export const cellMessages = {
  cells: {
    SRU: "यह simple recurrent unit है, जिसकी कोई matrix पिछले time step को नहीं पढ़ती.",
    QRNN: "यह quasi-recurrent network है, यानी convolutions और उनके बाद recurrent pooling.",
    mLSTM: "यह xLSTM का matrix memory वाला cell है, या multiplicative LSTM.",
    xLSTM: "यह sLSTM और mLSTM blocks का network है.",
    IndRNN: "यह independently recurrent network है, जिसकी हर unit पिछले time step से सिर्फ़ अपना output पढ़ती है.",
    minGRU: "यह ऐसा GRU है जिसका gate सिर्फ़ input पढ़ता है.",
    minLSTM: "यह ऐसा LSTM है जिसके gates सिर्फ़ input पढ़ते हैं.",
    CfC: "यह closed-form continuous-time network है.",
    LTC: "यह liquid time-constant network है.",
    UGRNN: "यह update-gate RNN है, एक gate वाला.",
    CWRNN: "यह clockwork RNN है, जिसकी units अलग-अलग clock rates पर चलती हैं.",
    ConvLSTM: "यह ऐसा LSTM है जिसमें matrices की जगह convolutions हैं.",
    ConvGRU: "यह ऐसा GRU है जिसमें matrices की जगह convolutions हैं.",
    PhasedLSTM: "यह time gate वाला LSTM है.",
    TreeLSTM: "यह tree पर चलने वाला LSTM है.",
    MogrifierLSTM: "यह ऐसा LSTM है जिसमें पहले input और state एक-दूसरे को gate करते हैं.",
    GridLSTM: "यह कई dimensions में LSTM cells का grid है.",
    ESN: "यह echo state network है, जिसके recurrent weights train नहीं होते.",
    RHN: "यह recurrent highway network है, एक time step के अंदर कई layers वाला.",
    LMU: "यह Legendre memory unit है.",
    JANET: "यह सिर्फ़ forget gate वाला LSTM है.",
    LiGRU: "यह light GRU है, बिना reset gate का.",
    LRU: "यह linear recurrent unit है.",
    S4: "यह structured state space model है.",
    Mamba: "यह selective state space model है.",
    RWKV: "यह linear attention वाला recurrent network है.",
  },
};
