/** What is said of files that are dropped or chosen, by the codes of border/files/. */
import { number, short } from "./words.js";

/** @typedef {{ file: string }} File */
/** @typedef {{ file: string, largest: string }} Limit */

/** @param {string} bytes */
const mebibytes = (bytes) => `${number(String(Math.round(Number(bytes) / 2 ** 20)))} MiB`;

export const fileMessages = {
  problem: {
    /** @param {File} file */
    empty_file: ({ file }) => `${short(file)} is empty.`,
    /** @param {Limit} file in characters */
    text_too_large: ({ file, largest }) =>
      `${short(file)} is too long: ${number(largest)} characters of text are read.`,
    /** @param {Limit} file in bytes */
    file_too_large: ({ file, largest }) =>
      `${short(file)} is too large: files of this kind are read up to ${mebibytes(largest)}.`,
    /** @param {Limit} file in bytes */
    header_too_large: ({ file, largest }) =>
      `${short(file)} says that its header is longer than ${number(largest)} bytes, and no file of this kind has such a header.`,
    /** @param {File} file */
    binary: ({ file }) => `${short(file)} is not a text, and no file of a model that is known here.`,
    /** @param {File} file */
    not_this_file: ({ file }) => `${short(file)} holds something else than its name says.`,
    /** @param {File} file */
    unreadable: ({ file }) => `${short(file)} could not be read.`,
    /** @param {File} file */
    unloaded: ({ file }) => `What reads ${short(file)} could not be loaded.`,
    /** @param {File & { what: string }} file */
    packed: ({ file, what }) => `${short(file)} is packed (${what}): unpack it first.`,
    /** @param {File} file */
    locked: ({ file }) => `${short(file)} has a password.`,
    /** @param {File} file */
    file_cut: ({ file }) => `${short(file)} ends too early: it was not saved or downloaded whole.`,
    /** @param {File} file */
    damaged: ({ file }) => `${short(file)} contradicts itself: it is damaged, or of a kind that is not known here.`,
    /** @param {Limit & { member: string }} file in bytes */
    inflates_too_far: ({ file, member, largest }) =>
      `${short(file)}: ${short(member)} in it would unpack to more than it says, or to more than ${mebibytes(largest)}.`,
    /** @param {File} file */
    no_model_inside: ({ file }) => `${short(file)} is a zip without a model that is known here.`,
    /** @param {File} file */
    no_weights: ({ file }) => `${short(file)} holds no weights.`,
    /** @param {File} file */
    no_cells: ({ file }) => `${short(file)} has no cell of code.`,
    /** @param {File & { what: string }} file */
    pickle_unknown: ({ file, what }) =>
      `${short(file)} asks for ${short(what)} to be run. Nothing of a file is run here, and without it no weights are found.`,
    /** @param {File} file */
    index_only: ({ file }) =>
      `${short(file)} says which file has which weight, and not their shapes. Choose one of those files.`,
    /** @param {File} file */
    pointer: ({ file }) =>
      `${short(file)} is what Git LFS leaves in the place of a file: the file itself was not downloaded.`,
    /** @param {Limit} file */
    too_many: ({ file, largest }) => `${short(file)} has more than ${number(largest)} parts.`,
    /** @param {Limit} file */
    too_deep: ({ file, largest }) => `${short(file)} has parts within parts, more than ${number(largest)} deep.`,
    /** @param {File} file */
    size_too_large: ({ file }) => `${short(file)} has a size that is too large to be counted.`,
  },
  note: {
    /** @param {{ names: string, more: string }} left files; `more`: how many besides, "" for none */
    only_one: ({ names, more }) =>
      `One file is read at a time: ${short(names)}${more === "" ? " was" : `, and ${number(more)} more, were`} not read.`,
    /** @param {File} file */
    tensors: ({ file }) => `From ${short(file)}: the names and shapes of its weights.`,
    /** @param {File} file */
    config: ({ file }) => `From ${short(file)}: its model as JSON.`,
    /** @param {File} file */
    cells: ({ file }) => `From ${short(file)}: the code of its cells.`,
    /** @param {File} file */
    printed: ({ file }) => `From ${short(file)}: what its cells printed.`,
    /** @param {File} file */
    printed_clearer: ({ file }) => `From ${short(file)}: what its cells printed, for the code leaves something open.`,
    /** @param {{ total: string }} table */
    table_same: ({ total }) => `What is printed below it has ${number(total)}: the same.`,
    /** @param {{ total: string }} table */
    table_other: ({ total }) => `What is printed below it has ${number(total)}: another number.`,
    /** @param {{ name: string, version: string }} writer */
    written_by: ({ name, version }) => `Written by ${short(name)}${version === "" ? "" : ` ${short(version)}`}.`,
    /** @param {{ name: string, left: string }} part */
    part: ({ name, left }) => `The part ${short(name)} is read${left === "" ? "" : `, not ${short(left)}`}.`,
    /** @param {{ names: string }} named */
    not_run: ({ names }) => `It names code of its own, which is not run: ${names}.`,
    /** @param {{ names: string }} tensors */
    shared: ({ names }) => `One tensor under two names, counted twice here: ${names}.`,
    /** @param {{ names: string }} tensors */
    used_twice: ({ names }) => `Read by two nodes, counted once: ${short(names)}.`,
    /** @param {{ name: string }} node */
    unknown_node: ({ name }) => `The weights of its ${short(name)} were not found: they are not counted.`,
    peepholes: "Its LSTM has peepholes, which PyTorch has not.",
  },
};
