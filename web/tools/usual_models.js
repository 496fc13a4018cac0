/**
 * What most links say. What the core runs through for it is loaded first, see split.js; anything else is counted as soon as the rest of the core
 * is there.
 */
import { examples } from "../telling/examples.js";

const cells = ["LSTM", "GRU", "RNN"];

/** @param {string[]} frameworks @returns {string[]} queries */
export const usualModels = (frameworks) => [
  ...examples.map(({ query }) => query),
  "",
  "lang=hi&theme=dark&open=blocks&input=10&layers=LSTM%287%29%2C+LSTM%287%29",
  ...frameworks.flatMap((framework) => [
    ...cells.map((cell) => `framework=${framework}&input=64&layers=${cell}(32)`),
    ...cells.map((cell) => `framework=${framework}&input=64&layers=Bidirectional(${cell}(32)),${cell}(16),Dense(10)`),
    `framework=${framework}&input=64&layers=LSTM(32, num_layers=2, bidirectional=true)`,
    `framework=${framework}&layers=Embedding(10000, 100),Dropout(0.5),Bidirectional(LSTM(64)),Dense(1)`,
  ]),
  ...["use_bias=false", "return_sequences=true", "activation=relu"].map(
    (option) => `framework=keras&input=64&layers=LSTM(32, ${option}),LSTM(32)`,
  ),
  "framework=keras&input=64&layers=GRU(32, reset_after=false)",
  "framework=keras&input=64&layers=Bidirectional(LSTM(32), merge_mode=sum),Dense(2)",
  "framework=pytorch&input=64&layers=LSTM(32, bias=false),LSTM(32, proj_size=16)",
];
