/**
 * Worksheets and their keys as a whole LaTeX document, each on pages of its own: pdfLaTeX typesets the English ones, XeLaTeX or LuaLaTeX
 * those in another script.
 */
import { displayOf, latexText, mathRows, prose, wordRows } from "./latex.js";
import { texNumber } from "./tex.js";

/** @typedef {import("../telling/worksheet.js").Item} Item */
/** @typedef {import("../telling/worksheet.js").Overview} Overview */
/** @typedef {import("../telling/worksheet.js").Sheet} Sheet */
/** @typedef {import("../telling/worksheet.js").Sign} Sign */
/** @typedef {import("../telling/worksheet.js").Words} Words */

/** Fonts with Devanagari: the first that there is. */
const fonts = [
  "Noto Serif Devanagari",
  "Noto Sans Devanagari",
  "Lohit Devanagari",
  "FreeSerif",
  "Nirmala UI",
  "Kohinoor Devanagari",
];

/** One of them has no bold face. @param {string} font */
const boldOf = (font) => (font.startsWith("Lohit") ? `, BoldFont={${font}}, BoldFeatures={FakeBold=1.8}` : "");

/** What is only there in Devanagari. */
const script = [
  "% needs XeLaTeX or LuaLaTeX, and one of these fonts",
  "\\usepackage{fontspec}",
  "\\newcommand{\\devanagari}{}",
  ...fonts
    .map(
      (font) =>
        `\\IfFontExistsTF{${font}}{\\let\\devanagari\\relax\\newfontfamily\\devanagari{${font}}[Script=Devanagari${boldOf(font)}]}{`,
    )
    .map((line, place) => "  ".repeat(place) + line),
  `\\errmessage{There is no font with Devanagari: ${fonts[0]} for one}${"}".repeat(fonts.length)}`,
].join("\n");

const preamble = [
  "\\usepackage[fleqn]{amsmath}",
  "\\usepackage[a4paper, margin=2cm]{geometry}",
  "\\pagestyle{myheadings}",
  "\\setlength{\\parindent}{0pt}",
  "\\setlength{\\parskip}{3pt}",
  "\\setlength{\\mathindent}{1.5em}",
  "\\setlength{\\fboxsep}{3pt}",
  "\\allowdisplaybreaks",
  "\\sloppy",
  "\\AtBeginDocument{\\setlength{\\abovedisplayskip}{4pt}\\setlength{\\belowdisplayskip}{4pt}%",
  "  \\setlength{\\abovedisplayshortskip}{4pt}\\setlength{\\belowdisplayshortskip}{4pt}}",
  "% a numbered blank, the same with its answer, a box for a number that is known by then, and a line to write on",
  "\\newcommand{\\blank}[1]{\\underset{\\scriptscriptstyle(#1)}{\\fbox{\\rule[-4pt]{0pt}{14pt}\\hspace{32pt}}}}",
  "\\newcommand{\\answer}[2]{\\underset{\\scriptscriptstyle(#1)}{\\fbox{$\\mathbf{#2}$}}}",
  "\\newcommand{\\hole}{\\,\\fbox{\\rule[-3pt]{0pt}{11pt}\\hspace{12pt}}\\,}",
  "\\newcommand{\\fillin}[1]{\\rule[-2pt]{#1}{0.4pt}}",
].join("\n");

/** @param {Sign} sign @param {Sheet} sheet @returns {import("./latex.js").Sign} */
function drawn({ kind, text, place }, { told, number }) {
  if (kind === "missing") return { kind: "drawn", text: "\\hole{}" };
  if (kind !== "blank") return { kind, text };
  return { kind: "drawn", text: told ? `\\answer{${place}}{${texNumber(text, number)}}` : `\\blank{${place}}` };
}

/** So many signs of formulas stand side by side. */
const widestLine = 90;

/** @param {readonly Sign[]} signs */
const widthOf = (signs) =>
  signs.reduce(
    (sum, { kind, text }) => sum + (/blank|missing/.test(kind) ? 6 : text.length + (kind === "operator" ? 2 : 0)),
    3,
  );

/** Formulas with = between them, side by side as far as they fit a line. @param {{ rows: string[], width: number }[]} formulas */
function equation(formulas) {
  /** @type {{ rows: string[], width: number }[]} */
  const lines = [];
  for (const { rows, width } of formulas) {
    const line = lines.at(-1);
    if (line?.rows.length === 1 && rows.length === 1 && line.width + width <= widestLine) {
      line.rows = [`${line.rows[0]} = ${rows[0]}`];
      line.width += width;
    } else lines.push({ rows, width });
  }
  const [{ rows }] = lines;
  return lines.length === 1 && rows.length === 1 ? `\\[ ${rows[0]} \\]` : displayOf(lines.map(({ rows }) => rows));
}

/** @param {Item} item @param {Sheet} sheet */
function itemOf({ title, sentence, words, named, sides, wide }, sheet) {
  const formula = (/** @type {readonly Sign[]} */ signs) => ({
    rows: mathRows(
      signs.map((sign) => drawn(sign, sheet)),
      sheet.number,
    ),
    width: widthOf(signs),
  });
  const inWords = words ? [{ rows: wordRows(words), width: words.length }] : [];
  const formulas = [...inWords, ...(named.length > 0 ? [formula(named)] : []), ...sides.map(formula)];
  const said = sentence ? `\\textbf{${latexText(title)}.} ${prose(sentence)}` : latexText(title);
  const alone = formulas.length === 1 && sides[0].length === 1;
  if (alone && !wide) return `${said}\\quad $${formulas[0].rows[0]}$`;
  const room = wide && !sheet.told ? "\n\n\\vspace{9cm}\n" : "";
  return `${said}${room}\n${equation(formulas)}`;
}

/** So many rows fit a page. */
const mostRows = 40;

/** The rule below a table's head, with room for what stands below it. */
const rule = "\\hline\\noalign{\\smallskip}";

/** @param {Sheet} sheet @param {Words} m */
function tableOf({ answers }, { worksheet: { answers: head }, number }) {
  const row = (/** @type {string[]} */ cells) => `${cells.map(latexText).join(" & ")} \\\\`;
  const tables = [];
  for (let first = 0; first < answers.length; first += mostRows) {
    const rows = answers.slice(first, first + mostRows);
    tables.push(
      [
        "\\begin{tabular}{r p{0.72\\textwidth} r}",
        `${row([head.blank, head.asked, head.answer])}\n${rule}`,
        ...rows.map(({ place, asked, value }) => row([String(place), asked, number(value)])),
        "\\end{tabular}",
      ].join("\n"),
    );
  }
  return `\\bigskip\n\n${tables.join("\n\n\\medskip\n\n")}`;
}

/** A model's text: a line can end behind each bracket, comma and equals sign. @param {string} text */
const codeOf = (text) => `\\texttt{${latexText(text).replace(/[(,=]/g, "$&\\allowbreak{}")}}`;

/** @param {Sheet} sheet @param {Words} m */
function sheetOf(sheet, m) {
  const { title, told, asked, given, parts, notes } = sheet;
  const { name, date } = m.exercise;
  const lines = told ? "" : `\\hfill ${latexText(name)} \\fillin{5cm}\\quad ${latexText(date)} \\fillin{2.5cm}`;
  const blocks = [
    ...headOf(title, lines),
    ...(asked ? [latexText(asked)] : []),
    `{\\sloppy\\raggedright ${given.map(({ name, text, code }) => `${latexText(name)}: ${code ? codeOf(text) : latexText(text)}`).join("\\\\\n")}\\par}`,
  ];
  for (const { title, items } of parts) {
    if (title !== "" && items.length > 0)
      blocks.push(`\\pagebreak[2]\\par\\medskip\\textbf{${latexText(title)}}\\par\\nopagebreak`);
    else if (title !== "") blocks.push(`\\par\\medskip ${latexText(title)}`);
    blocks.push(...items.map((item) => itemOf(item, sheet)));
  }
  if (told) blocks.push(tableOf(sheet, m));
  return [...blocks, ...notes.map(latexText)].join("\n\n");
}

/** @param {Overview} overview */
function overviewOf({ title, tables }) {
  const written = tables.flatMap((table) => {
    const [head, ...rows] = table.map((row) => `${row.map(latexText).join(" & ")} \\\\`);
    const parts = [];
    for (let first = 0; first < rows.length; first += mostRows) {
      const lines = [`${head}\n${rule}`, ...rows.slice(first, first + mostRows)];
      parts.push(`\\begin{tabular}{@{}${"r".repeat(table[0].length)}@{}}\n${lines.join("\n")}\n\\end{tabular}`);
    }
    return parts;
  });
  const small = "\\medskip\\small\\setlength{\\tabcolsep}{4pt}";
  return [...headOf(title), small, ...written, "\\normalsize\\setlength{\\tabcolsep}{6pt}"].join("\n\n");
}

/** @param {string} title @param {string} [lines] */
const headOf = (title, lines = "") => [
  `\\setcounter{page}{1}\\markright{\\upshape ${latexText(title)}}\\thispagestyle{plain}`,
  `{\\large\\textbf{${latexText(title)}}}${lines}`,
];

/** Each run of Devanagari in its font. @param {string} text */
const inScript = (text) =>
  text.replace(/[\u0900-\u097f\u200c\u200d]+(?: +[\u0900-\u097f\u200c\u200d]+)*/g, "{\\devanagari $&}");

/** @param {readonly (Sheet | Overview)[]} pages @param {Words} m */
export function latexSheets(pages, m) {
  const body = pages
    .map((page) => ("tables" in page ? overviewOf(page) : sheetOf(page, m)))
    .join("\n\n\\clearpage\n\n");
  const spoken = inScript(body);
  const head = ["\\documentclass[11pt]{article}", ...(spoken === body ? [] : [script]), preamble].join("\n");
  return `${head}\n\\begin{document}\n${spoken}\n\\end{document}\n`;
}
