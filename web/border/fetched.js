import { failed } from "./failure.js";

/**
 * A file's bytes, over the network; rejects with the kind "missing".
 * @param {URL | string} url
 * @returns {Promise<Uint8Array>}
 */
export async function fetched(url) {
  try {
    const response = await fetch(url);
    if (!response.ok) throw new Error(`${response.status} ${response.statusText}: ${url}`);
    return new Uint8Array(await response.arrayBuffer());
  } catch (error) {
    throw failed("missing", error);
  }
}
