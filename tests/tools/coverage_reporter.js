/** What coverage.js reads: Node's counts for each file, as JSON. */

/**
 * @typedef {{ path: string, totalLineCount: number, coveredLineCount: number, totalBranchCount: number, coveredBranchCount: number }}
 *   NodeCoverage
 */

/** @param {AsyncIterable<{ type: string, data: any }>} events */
export default async function* report(events) {
  for await (const { type, data } of events) {
    if (type !== "test:coverage") continue;
    const told = data.summary.files.map(
      (
        /** @type {NodeCoverage} */ { path, totalLineCount, coveredLineCount, totalBranchCount, coveredBranchCount },
      ) => {
        return { path, totalLineCount, coveredLineCount, totalBranchCount, coveredBranchCount };
      },
    );
    yield JSON.stringify(told);
  }
}
