/** What a teacher pastes: the tag, the frame and the address of the one file, for a model and for how it is to look. */
import { escaped } from "./markup.js";

/**
 * @typedef {{
 *   query: string, attributes: Record<string, string>, base: string, height: number, title: string,
 * }} Embedding `query`: the model's canonical form; `attributes`: the others that are not their defaults, "" for those that are;
 * `base`: where the files lie, "" for beside the page that embeds them; `height`: in pixels, of a frame; `title`: the model and its
 * count in words
 */

/**
 * Where the files lie, as it will work on another page: the folder of a public https address; "" for a folder that only this machine
 * sees, for then the files have to be taken along.
 * @param {string} address of this page
 */
export function baseOf(address) {
  const { protocol, hostname, origin, pathname } = new URL(address);
  const local = /^(localhost|.*\.local|127\..*|10\..*|192\.168\..*|172\.(1[6-9]|2\d|3[01])\..*|\[.*\])$/.test(hostname);
  return protocol === "https:" && !local && hostname.includes(".") ? origin + pathname.replace(/[^/]*$/, "") : "";
}

/** @param {Embedding} embedding */
export function tagOf({ query, attributes, base, title }) {
  const model = Object.fromEntries(new URLSearchParams(query));
  const written = Object.entries({ ...model, ...attributes })
    .filter(([, value]) => value !== "")
    .map(([name, value]) => ` ${name}="${escaped(value)}"`);
  return `<script type="module" src="${escaped(base)}rnn-params.js"></script>
<rnn-params${written.join("")}>${escaped(title)}</rnn-params>`;
}

/** @param {Embedding} embedding */
export function frameOf(embedding) {
  const { height, title } = embedding;
  return `<iframe src="${escaped(addressIn("embed.html", embedding))}" title="${escaped(title)}" width="100%" height="${height}" loading="lazy" style="border: 0"></iframe>`;
}

/** @param {Embedding} embedding */
export const fileAddress = (embedding) => addressIn("rnn-params.html", embedding);

/**
 * @param {string} file
 * @param {Embedding} embedding
 */
function addressIn(file, { query, attributes, base }) {
  const others = Object.entries(attributes)
    .filter(([, value]) => value !== "")
    .map(([name, value]) => `&${name}=${encodeURIComponent(value)}`);
  return `${base}${file}?${query}${others.join("")}`;
}
