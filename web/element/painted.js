/**
 * Resolves when what was just drawn has been painted; at once where nothing is painted, as in a tab behind others.
 * @returns {Promise<void>}
 */
export const painted = () =>
  new Promise((resolve) => {
    if (document.hidden) resolve();
    else requestAnimationFrame(() => setTimeout(resolve));
  });
