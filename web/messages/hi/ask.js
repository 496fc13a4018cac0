/** The box at the top, before anything is in it. */

/** @type {typeof import("../en/ask.js").askMessages} */
export const askMessages = {
  budget: "Budget में … सबसे बड़ा size",
  budgetShort: "budget में …",
  alike: "यहाँ जितने ही parameters के साथ?",
  solving: async () => (await import("./solve.js")).solveMessages,
  compareWith: "किसी और model से तुलना …",
  comparing: async () => (await import("./versus.js")).versusMessages,
  worksheets: async () => (await import("./worksheet.js")).worksheetMessages,
  startExercise: "अभ्यास",
  exercising: async () => (await import("./exercising.js")).exercisingMessages,
  ask: {
    label: "आपका model या आपकी संख्या",
    placeholder: "Code, summary, print(model), shapes या मिली हुई संख्या यहाँ paste कीजिए. या file छोड़िए.",
    brief: "Code या संख्या paste कीजिए",
    choose: "File चुनें",
    stays: "इसी computer पर रहता है",
    examples: "Paste करने के उदाहरण",
    fill: {
      keras: "Keras code",
      pytorch: "PyTorch code",
      summary: "summary",
      module: "print(model)",
      count: "एक संख्या",
    },
    got: "कोई और संख्या मिली?",
    loading: "पढ़ा जा रहा है …",
    failed: "Paste किया हुआ पढ़ने वाली file नहीं खुल सकी. Form से गिनती फिर भी होती है. फिर कोशिश कीजिए, या page फिर से खोलिए.",
    clear: "ख़ाली करें",
    undo: "वापस लें",
    again: "फिर से पढ़ें",
    asCode: "Code की तरह पढ़ें",
  },
};
