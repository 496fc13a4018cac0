/**
 * For pages that have embed.html in frames and own their markup: gives each such frame the height that it announces. A frame is
 * known by its window, never by what it says.
 *
 *   <script src="dist/embed-parent.js"></script>
 */
const [lowest, highest] = [80, 4000];

addEventListener("message", ({ data, source }) => {
  if (data?.type !== "rnn-params:resize" || !Number.isFinite(data.height)) return;
  const frame = [...document.querySelectorAll("iframe")].find(({ contentWindow }) => contentWindow === source);
  if (!frame) return;
  const height = Math.min(Math.max(data.height, lowest), highest);
  const border = getComputedStyle(frame).boxSizing === "border-box" ? frame.offsetHeight - frame.clientHeight : 0;
  frame.style.height = `${height + border}px`;
  frame.contentWindow?.postMessage({ type: "rnn-params:resized", height }, "*");
});

/** Frames that were there before. */
for (const frame of document.querySelectorAll("iframe")) {
  frame.contentWindow?.postMessage({ type: "rnn-params:ready" }, "*");
}
