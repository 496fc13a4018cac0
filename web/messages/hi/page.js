/** The labels of the form and of the derivation: headings, fields, buttons. */
import { list, number, ordinal, short } from "./words.js";

/** @type {typeof import("../en/page.js").pageMessages} */
export const pageMessages = {
  derivation: "Derivation",
  theLine: "आपकी संख्याएँ रखने पर formula",
  together: "कुल मिलाकर",
  layerByLayer: (most) => `${ordinal(most)} से ज़्यादा layers में formula हर layer का अलग है, उसके steps के साथ.`,
  showBlocks: (count) => `Layers के ${ordinal(count)} और ${count === 1 ? "block" : "blocks"} दिखाएँ`,
  showRows: (count) => `${ordinal(count)} और ${count === 1 ? "layer" : "layers"} दिखाएँ`,

  examplesTitle: "Notes के उदाहरण",
  examplesMenu: "उदाहरण",
  examples: {
    lstm: "LSTM",
    multilayer: "Multilayer",
    bidirectional: "Bidirectional",
    multilayer_bidirectional: "Multilayer bidirectional",
    gru: "GRU",
  },
  nothingYet: "अभी कुछ गिना नहीं जा सकता:",
  startFrom: (layers) => `${layers} से शुरू करें`,
  orExamples: "या notes के किसी उदाहरण से:",
  chooser: "किसकी गिनती",
  notes: {
    name: "notes, किताबें",
    narrow: "notes",
    hint: "हर gate की हर unit का एक bias, जैसा ज़्यादातर course notes में.",
  },

  form: "आपकी संख्याएँ",
  inputHint: "एक time step के features (steps की गिनती नहीं)",
  timestepsHint: (cells) =>
    cells.length === 0 ? "sequence की लंबाई" : `sequence की लंबाई; ${list(cells)} की गिनती इससे नहीं बदलती`,
  whatComes: "जो आता है",
  inputByEmbedding: "ज़रूरत नहीं: चौड़ाई embedding से तय होती है",
  unitsHint: (previous) => `${previous} और output का size`,
  optionNames: {
    depth_multiplier: "हर channel के filters (depth_multiplier)",
    output_padding: "अंत में और steps (output_padding)",
    num_heads: "heads की संख्या (num_heads)",
    key_dim: "queries और keys की चौड़ाई (key_dim)",
    value_dim: "values की चौड़ाई (value_dim)",
    output_shape: "आगे जाने वाली चौड़ाई (output_shape)",
    add_bias_kv: "एक और key और value (add_bias_kv)",
    use_scale: "सीखा हुआ scale (use_scale)",
    score_mode: "score कैसे बनता है (score_mode)",
    shared_axes: "एक ही slope वाले axes (shared_axes)",
    num_parameters: "slopes की संख्या (num_parameters)",
    axis: "features का axis (axis)",
    num_layers: "एक के ऊपर एक layers",
    merge_mode: "दोनों directions के बाद",
    coupled: "input और forget gate जुड़े हुए",
    layer_norm: "layer normalization",
    center: "shift (center)",
    affine: "scale और shift (affine)",
    train_state: "initial state train हो (train_state)",
    train_memory: "initial cell state train हो (train_memory)",
    trainable: "train होती है",
    tied: "embedding की matrix के साथ (tied)",
    proj_size: "projection का size",
  },
  groups: {
    recurrent: "recurrent",
    dense: "dense",
    convolution: "convolution",
    normalisation: "normalization",
    shape: "shape",
    other: "बाक़ी",
  },
  stacked: (times) => `एक के ऊपर एक: ${number(short(times))}`,
  cell: "cell",
  both: "दोनों directions",
  options: "options",
  less: (name) => `${name}: एक कम`,
  more: (name) => `${name}: एक ज़्यादा`,
  moveUp: (place) => `Layer ${place} को ऊपर ले जाएँ`,
  moveDown: (place) => `Layer ${place} को नीचे ले जाएँ`,
  remove: (place) => `Layer ${place} हटाएँ`,
  addLayer: "Layer जोड़ें",
  asText: "Layers, text के रूप में",
  layersField: "layers",
  layersHint: "जैसे LSTM(32), Bidirectional(GRU(16))",
  postscript: (framework, names) =>
    `P.S. ${framework.words.units} = हर hidden gate में units की संख्या. इसे ${names.join(", ")} भी कहते हैं: पाँच नाम, एक संख्या.`,
  unitNames: ["activation units", "output units", "hidden units", "gate units"],

  steps: "Steps दिखाएँ",
  open: "खोलें",
  openTitle: "यही model पूरे page पर, नए tab में",
  onlyDigits: "यहाँ सिर्फ़ अंक. n और p fields के बाहर चलते हैं.",
  paceKeys: "Keys: अगले step के लिए n, पिछले के लिए p",
  oneByOne: "Steps एक-एक करके",

  copyMenu: "Copy",
  copyNumber: "संख्या copy करें",
  copyLink: "Link copy करें",
  copyLatex: "LaTeX copy करें",
  copyMarkdown: "Markdown copy करें",
  copied: "Copy हो गया",
  copyByHand: "इसे ख़ुद copy कीजिए:",
  printed: (address) => `यही, दूसरी संख्याओं के साथ: ${address}`,

  moreFrameworks: "और frameworks…",
  frameworkTotal: (name, total) => `${name}: ${number(total) || "—"}`,

  failure: {
    missing:
      "Calculator की file core.wasm नहीं खुल सकी, इसलिए यहाँ संख्याएँ नहीं बदली जा सकतीं. यह file rnn-params.js के साथ, assets folder में होनी चाहिए.",
    damaged:
      "Calculator की files core.wasm और core.js ख़राब हैं या अलग-अलग versions की हैं, इसलिए यहाँ संख्याएँ नहीं बदली जा सकतीं. Page फिर से खोलिए; उससे न हो, तो सारी files फिर से रखनी होंगी.",
    refused:
      "यह browser या यह site WebAssembly की इजाज़त नहीं देती, इसलिए यहाँ संख्याएँ नहीं बदली जा सकतीं. Site की Content Security Policy में 'wasm-unsafe-eval' चाहिए.",
    unsupported:
      "इस browser में WebAssembly नहीं है, इसलिए यहाँ संख्याएँ नहीं बदली जा सकतीं. पुराने browser को update कीजिए; lockdown mode में इस page को इजाज़त दीजिए.",
    other:
      "Calculator शुरू नहीं हो सका, इसलिए यहाँ संख्याएँ नहीं बदली जा सकतीं. शायद memory कम है: दूसरे pages बंद करके फिर कोशिश कीजिए.",
  },
  later: {
    supplements: "चित्र और tables नहीं खुल सके.",
    embed: "Embed करने वाली file नहीं खुल सकी. फिर कोशिश कीजिए, या page फिर से खोलिए.",
    language: "इस भाषा के शब्द नहीं खुल सके, इसलिए ये English में हैं.",
  },
  tryAgain: "फिर कोशिश करें",
};
