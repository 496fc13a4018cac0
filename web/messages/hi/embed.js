/** What the dialog says that helps to embed the element elsewhere. */

/** @type {typeof import("../en/embed.js").embedMessages} */
export const embedMessages = {
  embed: {
    title: "इसे course notes में लगाएँ",
    close: "बंद करें",
    onPaper: "काग़ज़ पर, LaTeX, Markdown या HTML में, जवाब अलग: अभ्यास के अंत में “अभ्यास पत्र”. बाक़ी formats से जवाब पता चल जाते.",
    unfinished: "अभी total नहीं निकला है: form में जो ग़लत है, वह notes में भी ग़लत होगा.",
    preview: "ऐसा दिखेगा",
    what: "क्या paste करना है",
    kinds: {
      tag: "Tag",
      frame: "Frame",
      file: "एक file",
      markdown: "Markdown",
      latex: "LaTeX",
      html: "HTML, MathML",
      svg: "SVG",
      text: "सादा text",
    },
    options: {
      controls: {
        label: "पढ़ने वाले बदल सकें",
        choices: { sizes: "sizes", none: "कुछ नहीं", all: "सब कुछ, जैसे इस page पर" },
      },
      steps: { label: "Steps दिखें", choices: { all: "सभी", line: "एक पंक्ति में", none: "कोई नहीं" } },
      compare: { label: "दूसरे frameworks", choices: { all: "दिखाएँ", none: "न दिखाएँ" } },
      exercise: {
        label: "अभ्यास के रूप में",
        choices: {
          none: "नहीं",
          ideas: "समझ पर: क्या गुणा होता है, क्या जुड़ता है",
          values: "हिसाब पर: steps की संख्याएँ",
          total: "सिर्फ़ total",
        },
      },
      fade: { label: "आख़िरी संख्याएँ ख़ाली", choices: { 0: "कोई नहीं", all: "सभी values" } },
      present: { label: "Steps एक-एक करके", choices: { none: "नहीं", 1: "पहले step से" } },
      picture: { label: "चित्र के साथ", choices: { none: "नहीं", beside: "steps के पास" } },
      ask: { label: "Code और संख्याओं का box", choices: { none: "न दिखाएँ", all: "दिखाएँ" } },
    },
    numbers: {
      label: "संख्याएँ",
      shown: "जो screen पर हैं",
      version: (seed) => `दूसरी: अभ्यास पत्र ${seed}`,
      same: "सबको एक ही संख्याएँ मिलेंगी, जैसी नीचे दिख रही हैं. “नई संख्याएँ” से हर कोई दूसरी संख्याएँ ले सकता है.",
    },
    reports: {
      name: "इसका नाम (id)",
      told: "आस-पास के page को बताया जाता है कि अभ्यास कैसा चल रहा है: कितनी ख़ाली जगहें हैं, कितनी सही हैं, कितने संकेत लिए गए, और ग़लत जवाब किस ग़लती से आता है. Tag events rnn-params-exercise और rnn-params-answer भेजता है, frame अपने parent को इसी नाम वाले messages भेजता है, और H5P को xAPI statements. कुछ भी store नहीं होता.",
    },
    copy: "Copy करें",
    copied: "Copy हो गया",
    download: (file) => `${file} download करें`,
    use: {
      tag: "जहाँ page आपका है और scripts चल सकती हैं: Sphinx, Jupyter Book, MkDocs, Quarto, reveal.js.",
      frame: "जहाँ सिर्फ़ frames की इजाज़त है: Canvas, Google Sites, Notion. जो host सुनता है, उसे यह अपनी ऊँचाई बताता है.",
      file: "जहाँ file upload कर सकते हैं: Moodle, कोई भी learning platform, USB stick. इसे network नहीं चाहिए.",
      markdown: "जहाँ कुछ नहीं चलता पर formulas दिखते हैं: GitHub, Jupyter, MyST.",
      latex: "छपने वाले notes के लिए, amsmath के साथ.",
      html: "जहाँ सादा markup चलता है: wiki, बिना scripts का page. Formulas MathML में हैं.",
      svg: "सिर्फ़ चित्र, slides और छपे हुए notes के लिए.",
      text: "जहाँ सिर्फ़ अक्षर चलते हैं: e-mail, code में comment.",
    },
    where:
      "कहाँ क्या: Moodle और Canvas: frame या file. Jupyter Book, Sphinx, MkDocs, Quarto, reveal.js: tag. MyST और Jupyter: anywidget के साथ widget.mjs. Print और wikis: Markdown या LaTeX.",
  },
};
