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

/** The same, and those that other pages, other languages and other options lead to. */
export const everyState = [
  ...states,
  ["blanks to fill in", "?input=10&layers=LSTM(7),+LSTM(7)&fade=3"],
  ["an exercise", "?framework=keras&input=10&layers=Bidirectional(LSTM(7)),+Dense(3)&exercise=ideas"],
  ["an exercise in Hindi", "?lang=hi&input=10&layers=Bidirectional(LSTM(7)),+LSTM(7)&exercise=ideas&seed=3"],
  ["a total asked for", "?input=10&layers=LSTM(7)&exercise=total"],
  ["peepholes and a projection", "?framework=tf1&input=10&layers=LSTM(7,+peepholes=true,+proj_size=3)"],
  ["a size within a budget", "?framework=keras&input=300&layers=LSTM(?)&budget=1000000"],
  [
    "two models",
    "?framework=keras&layers=Embedding(20000,128),LSTM(64),Dense(1)&vs=framework%3Dpytorch%26input%3D80%26layers%3DBidirectional(GRU(40))%2CDense(1)",
  ],
  ["two models in Hindi", "?lang=hi&input=64&layers=LSTM(32)&vs=framework%3Dpytorch%26input%3D80%26layers%3DGRU(40)"],
  ["another number", "?framework=keras&input=10&layers=Bidirectional(LSTM(7)),Bidirectional(LSTM(7))&got=1848"],
  [
    "a step presented",
    "?framework=pytorch&input=10&layers=LSTM(7,+num_layers=2,+bidirectional=True),+Linear(1)&present=7",
  ],
  ["all presented in Hindi", "?lang=hi&framework=keras&input=64&layers=GRU(32),+Dense(10)&present=all"],
  ["Hindi", "?lang=hi&framework=pytorch&input=10&layers=LSTM(7,+num_layers=2,+bidirectional=True),+Dense(1)"],
  ["problems in Hindi", "?lang=hi&framework=kears&input=1.5&layers=LTSM(32),+GRU(0)"],
];

/**
 * Opens everything that is folded.
 * @param {import("./page.js").Page} page
 */
export async function unfold(page) {
  await page.evaluateOn("rnn-params", async (element) => {
    for (const root of [document, element.shadowRoot])
      for (const part of root.querySelectorAll("details:not(.menu)")) part.open = true;
    await new Promise((resolve) => setTimeout(resolve)); // for their toggle events
    await element.updateComplete;
  });
}
