/** What the dialog says that helps to embed the element elsewhere. */

export const embedMessages = {
  embed: {
    title: "Embed this in course notes",
    close: "Close",
    onPaper:
      "On paper, as LaTeX, Markdown or HTML, with a key apart: “Worksheet” at the end of the exercise. Other formats would give the answers away.",
    unfinished: "There is no total yet: what is wrong in the form would be wrong in the notes.",
    preview: "Preview",
    what: "What to paste",
    kinds: {
      tag: "Tag",
      frame: "Frame",
      file: "One file",
      markdown: "Markdown",
      latex: "LaTeX",
      html: "HTML, MathML",
      svg: "SVG",
      text: "Plain text",
    },
    options: {
      controls: {
        label: "Readers can change",
        choices: { sizes: "the sizes", none: "nothing", all: "everything, as on this page" },
      },
      steps: { label: "Steps", choices: { all: "all", line: "one line", none: "none" } },
      compare: { label: "Other frameworks", choices: { all: "shown", none: "not shown" } },
      exercise: {
        label: "As an exercise",
        choices: {
          none: "no",
          ideas: "on the ideas: what is multiplied and added",
          values: "on the arithmetic: the values of the steps",
          total: "the total alone",
        },
      },
      fade: { label: "Last values left blank", choices: { 0: "none", all: "all values" } },
      present: { label: "Presented step by step", choices: { none: "no", 1: "from the first step" } },
      picture: { label: "With the picture", choices: { none: "no", beside: "beside the steps" } },
      ask: { label: "Box for code and numbers", choices: { none: "not shown", all: "shown" } },
    },
    numbers: {
      label: "Numbers",
      shown: "those on screen",
      /** @param {string} seed */
      version: (seed) => `others: version ${seed}`,
      same: "All readers get the same numbers, as in the preview. With “New numbers” each of them can draw others.",
    },
    reports: {
      name: "Its name (id)",
      told: "The page around it is told how it goes: blanks, right ones, hints, and which slip a wrong answer suggests. A tag sends the events rnn-params-exercise and rnn-params-answer, a frame sends its parent messages with this name, and to H5P xAPI statements. Nothing is stored.",
    },
    copy: "Copy",
    copied: "Copied",
    /** @param {string} file */
    download: (file) => `Download ${file}`,
    use: {
      tag: "Where you own the page and scripts may run: Sphinx, Jupyter Book, MkDocs, Quarto, reveal.js.",
      frame: "Where only frames are allowed: Canvas, Google Sites, Notion. It tells its height to hosts that listen.",
      file: "Where you can upload a file: Moodle, any learning platform, a USB stick. It needs no network.",
      markdown: "Where nothing runs but formulas are set: GitHub, Jupyter, MyST.",
      latex: "For a printed script, with amsmath.",
      html: "Where static markup is welcome: a wiki, a page without scripts. Formulas are MathML.",
      svg: "The picture alone, for slides and printed notes.",
      text: "Where nothing but letters will do: an e-mail, a comment in code.",
    },
    where:
      "Which one where: Moodle and Canvas: frame or file. Jupyter Book, Sphinx, MkDocs, Quarto, reveal.js: tag. MyST and Jupyter: widget.mjs with anywidget. Print and wikis: Markdown or LaTeX.",
  },
};
