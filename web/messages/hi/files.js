/** What is said of files that are dropped or chosen, by the codes of border/files/. */
import { number, short } from "./words.js";

/** @param {string} bytes */
const mebibytes = (bytes) => `${number(String(Math.round(Number(bytes) / 2 ** 20)))} MiB`;

/** @type {typeof import("../en/files.js").fileMessages} */
export const fileMessages = {
  problem: {
    empty_file: ({ file }) => `${short(file)} में कुछ नहीं है.`,
    text_too_large: ({ file, largest }) =>
      `${short(file)} में text बहुत लंबा है: text के ${number(largest)} characters तक पढ़े जाते हैं.`,
    file_too_large: ({ file, largest }) =>
      `${short(file)} का size बहुत बड़ा है: ऐसी file ${mebibytes(largest)} तक पढ़ी जाती है.`,
    header_too_large: ({ file, largest }) =>
      `${short(file)} में लिखा है कि header ${number(largest)} bytes से लंबा है. ऐसा header किसी सही file में नहीं होता.`,
    binary: ({ file }) => `${short(file)} में text नहीं है, और यहाँ पहचाना जाने वाला कोई model भी नहीं है.`,
    not_this_file: ({ file }) => `${short(file)} में वह नहीं है, जो नाम से लगता है.`,
    unreadable: ({ file }) => `${short(file)} को पढ़ा नहीं जा सका.`,
    unloaded: ({ file }) => `${short(file)} को पढ़ने वाला हिस्सा नहीं खुल सका.`,
    packed: ({ file, what }) => `${short(file)} का text या model ${what} में बंद है: पहले उसे खोलिए.`,
    locked: ({ file }) => `${short(file)} पर password लगा है.`,
    file_cut: ({ file }) => `${short(file)} का अंत बीच में ही आ जाता है: पूरी file save या download नहीं हुई.`,
    damaged: ({ file }) => `${short(file)} में लिखी बातें आपस में नहीं मिलतीं: file ख़राब है, या ऐसी file यहाँ मालूम नहीं.`,
    inflates_too_far: ({ file, member, largest }) =>
      `${short(file)}: ${short(member)} को खोलने पर लिखे हुए size से, या ${mebibytes(largest)} से, ज़्यादा निकलता है.`,
    no_model_inside: ({ file }) => `${short(file)} एक zip है, जिसमें यहाँ पहचाना जाने वाला कोई model नहीं है.`,
    no_weights: ({ file }) => `${short(file)} में कोई weight नहीं है.`,
    no_cells: ({ file }) => `${short(file)} में code का कोई cell नहीं है.`,
    pickle_unknown: ({ file, what }) =>
      `${short(file)} में ${short(what)} चलाने को कहा गया है. यहाँ file से कुछ नहीं चलाया जाता, और उसके बिना कोई weight नहीं मिला.`,
    index_only: ({ file }) =>
      `${short(file)} में यह है कि कौन-सा weight किस file में है, पर shapes नहीं हैं. उन्हीं में से एक file चुनिए.`,
    pointer: ({ file }) => `${short(file)} वह है, जो Git LFS किसी file की जगह छोड़ता है: असली file download नहीं हुई.`,
    too_many: ({ file, largest }) => `${short(file)} में ${number(largest)} से ज़्यादा हिस्से हैं.`,
    too_deep: ({ file, largest }) => `${short(file)} में हिस्सों के अंदर हिस्से हैं, ${number(largest)} से ज़्यादा गहराई तक.`,
    size_too_large: ({ file }) => `${short(file)} में एक size इतना बड़ा है कि गिनती नहीं हो सकती.`,
  },
  note: {
    only_one: ({ names, more }) =>
      `एक बार में एक ही file पढ़ी जाती है. यह नहीं पढ़ी गई: ${short(names)}${more === "" ? "" : `, और ${number(more)} और`}.`,
    tensors: ({ file }) => `${short(file)} से: weights के नाम और shapes.`,
    config: ({ file }) => `${short(file)} से: model, JSON में.`,
    cells: ({ file }) => `${short(file)} से: cells का code.`,
    printed: ({ file }) => `${short(file)} से: जो cells ने print किया.`,
    printed_clearer: ({ file }) => `${short(file)} से: जो cells ने print किया, क्योंकि code में कुछ खुला रह जाता है.`,
    table_same: ({ total }) => `नीचे print हुए model में भी ${number(total)} है.`,
    table_other: ({ total }) => `पर नीचे print हुए model में ${number(total)} है.`,
    written_by: ({ name, version }) =>
      `File इससे बनी है: ${short(name)}${version === "" ? "" : `, version ${short(version)}`}.`,
    part: ({ name, left }) => `यह हिस्सा पढ़ा गया: ${short(name)}${left === "" ? "" : `, और यह नहीं: ${short(left)}`}.`,
    not_run: ({ names }) => `इसमें अपने code के नाम हैं, जो चलाया नहीं जाता: ${names}.`,
    shared: ({ names }) => `एक ही tensor के दो नाम हैं, और यहाँ उसकी गिनती दो बार हुई है: ${names}.`,
    used_twice: ({ names }) => `दो nodes में पढ़ा जाता है, गिनती एक बार हुई है: ${short(names)}.`,
    unknown_node: ({ name }) => `Weights नहीं मिले, इसलिए गिनती नहीं हुई: ${short(name)}.`,
    peepholes: "इसके LSTM में peepholes हैं, जो PyTorch में नहीं होते.",
  },
};
