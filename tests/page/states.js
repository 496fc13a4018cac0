/** States of the page that tests of words and of room go through. */
export const states = [
  ["a first visit", ""],
  ["a stack", "?framework=pytorch&input=10&layers=LSTM(7,+num_layers=2,+bidirectional=True),+Embedding(4,4),+Dense(1)"],
  [
    "many layers",
    "?framework=keras&layers=Embedding(9,5),GRU(4),Dropout(0.5),GRU(4),GRU(4),BatchNormalization(),Dense(2)",
  ],
  ["problems", "?framework=kears&input=1.5&layers=LTSM(32),+GRU(0),+Bidirectional(LSTM(7),+merge_mode=max)"],
  ["no total, as text", "?input=&layers=LSTM(32"],
];
