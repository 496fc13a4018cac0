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
  ["peepholes and a projection", "?framework=tf1&input=10&layers=LSTM(7,+peepholes=true,+proj_size=3)"],
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
