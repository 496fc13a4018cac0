/** The systems of the notes, in their order, as the texts of links. */
export const examples = [
  { id: "lstm", query: "input=64&layers=LSTM(32)" },
  { id: "multilayer", query: "input=64&layers=LSTM(32),+LSTM(32)" },
  { id: "bidirectional", query: "input=64&layers=Bidirectional(LSTM(32))" },
  { id: "multilayer_bidirectional", query: "input=64&layers=Bidirectional(LSTM(32)),+Bidirectional(LSTM(32))" },
  { id: "gru", query: "input=64&layers=GRU(32)" },
];
