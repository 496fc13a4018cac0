/**
 * How a page in a frame tells its host how high it is: in all the ways that hosts listen for already. Nothing but the height, and
 * what the host knows itself, is said; so anybody may hear it.
 */

/** Our own, which embed-parent.js answers. `id` is the frame's, from its address. */
export const own = (/** @type {number} */ height, /** @type {string} */ id) => ({
  type: "rnn-params:resize",
  id,
  height,
});

/** Said at first: H5P's host answers the same. */
export const hello = { context: "h5p", action: "hello" };

/** @type {((height: number, id: string) => unknown)[]} */
export const dialects = [
  own,
  // H5P: https://github.com/h5p/h5p-php-library/blob/master/js/h5p-resizer.js reads scrollHeight; its older versions, height.
  (height) => ({ context: "h5p", action: "resize", scrollHeight: height, height }),
  // Canvas: https://developerdocs.instructure.com/services/canvas/external-tools/lti/file.lti_window_post_message
  (height) => ({ subject: "lti.frameResize", height }),
  // Embedly, and Medium and others by it, in JSON: https://docs.embed.ly/reference/provider-height-resizing. Its hosts look for
  // the frame that has this address: the one that they gave it themselves, and that it never changes.
  (height) => JSON.stringify({ context: "iframe.resize", height, src: location.href }),
  // Observable: https://github.com/observablehq/framework/tree/main/examples/responsive-iframe
  (height) => ({ height }),
];

/**
 * What a host's message means for the frame. `heard`: it follows the height; `own`: it speaks our own dialect; `greet`: it listens
 * only now; `again`: it asks for the height once more.
 * @param {any} message
 */
export function understand(message) {
  const { type, context, action, subject, error } = Object(message);
  const ready = type === "rnn-params:ready";
  const own = ready || type === "rnn-params:resized";
  const h5p = context === "h5p" && ["hello", "ready", "resize"].includes(action);
  const canvas = subject === "lti.frameResize.response" && !error;
  return { heard: own || h5p || canvas, own, greet: h5p && action === "ready", again: ready || h5p };
}
