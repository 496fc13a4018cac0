/**
 * Why the engine could not be loaded: WebAssembly is refused here, a file is missing, or something else.
 * @param {unknown} error
 * @returns {"refused" | "missing" | "other"}
 */
export function failureOf(error) {
  const text = String(error);
  if (typeof WebAssembly === "undefined" || /CompileError|Content.Security.Policy|unsafe-eval/i.test(text))
    return "refused";
  return /\b40\d\b|fetch|import|network/i.test(text) ? "missing" : "other";
}
