/**
 * Tells the host of a frame how high the frame's content is, whenever that changes. It never chases its own tail: the content's
 * height does not depend on the frame's, little changes are not told, and there is an end to how much is told in a second.
 */
import { dialects, hello, own, understand } from "./dialects.js";

/** Changes up to this are not told: there is room for them, in pixels. */
const slack = 4;
/** At most so many messages in any second. */
const most = 10;
const second = 1000;
/** How long a host may take to follow, in milliseconds; until then, no scrollbar takes room from the content. */
const patience = 500;

/**
 * @param {HTMLElement} content all of the page, in an element whose height is its own
 * @param {string} id
 */
export function announceHeight(content, id) {
  const { parent } = window;
  if (parent === window) return;
  let told = 0;
  let heard = false;
  let trusted = true;
  let spoken = dialects;
  /** When the messages of the last second were sent. @type {number[]} */
  let sent = [];
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let later;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let following;

  /** How long to wait before so many messages more. @param {number} count */
  const pause = (count) => {
    const now = performance.now();
    sent = sent.filter((time) => now - time < second);
    const excess = sent.length + count - most;
    return excess > 0 ? sent[excess - 1] + second - now : 0;
  };

  /** @param {unknown} message */
  const say = (message) => {
    sent.push(performance.now());
    parent.postMessage(message, "*");
  };

  const tell = () => {
    if (later) return;
    const height = Math.ceil(content.getBoundingClientRect().height);
    if (height === 0 || Math.abs(height + slack - told) <= slack) return;
    const wait = pause(spoken.length);
    if (wait > 0) {
      later = setTimeout(() => {
        later = undefined;
        tell();
      }, wait);
      return;
    }
    told = height + slack;
    for (const dialect of spoken) say(dialect(told, id));
    if (heard && trusted) follow();
  };

  /**
   * Where a host has answered, it will follow. Where it does not after all, the frame scrolls again, for good: a scrollbar that
   * comes and goes would change the height each time.
   */
  const follow = () => {
    const root = document.documentElement;
    root.classList.add("following");
    clearTimeout(following);
    following = setTimeout(() => {
      trusted = innerHeight + slack >= told;
      root.classList.remove("following");
    }, patience);
  };

  addEventListener("message", ({ data, source }) => {
    if (source !== parent) return;
    const answer = understand(data);
    heard ||= answer.heard;
    if (answer.own) spoken = [own];
    if (answer.greet && pause(1) === 0) say(hello);
    if (!answer.again) return;
    told = 0;
    tell();
  });
  say(hello);
  new ResizeObserver(tell).observe(content, { box: "border-box" });
}
