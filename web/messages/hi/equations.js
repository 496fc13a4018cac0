/** What is said around a cell's equations. */

/** @type {typeof import("../en/equations.js").equationMessages} */
export const equationMessages = {
  equations: {
    letters: {
      own: ({ name }) => `अक्षर documentation के हैं: ${name}.`,
      general: ({ name }) => `अक्षर सामान्य हैं; ${name} में दूसरे हो सकते हैं.`,
      signs: ({ times }) => `σ sigmoid function है; ${times} से संख्याएँ एक-एक करके गुणा होती हैं.`,
    },
    kept: "हर एक किस tensor में store है:",
    before: "Reset gate, product से पहले: एक ही bias काफ़ी है.",
    after: "Reset gate, product के बाद: दूसरा bias उससे गुणा होता है, इसलिए दोनों मिलकर एक नहीं होते.",
  },
};
