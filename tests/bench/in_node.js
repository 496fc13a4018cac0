/** What each question costs in Node: WebAssembly, and the answer read into plain data. */
import { load, loadQuestions } from "../../web/engine.js";
import { calls } from "./calls.js";

/** Windows of a call's time: the best of them is taken, for the machine may do other things in one. */
const windows = 5;
const windowSeconds = 0.1;

/** The processor's time of this process, in seconds. */
const processorTime = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};

/** Microseconds for one call. @param {() => unknown} call */
export function timeOf(call) {
  const startedAt = processorTime();
  do
    call(); // until it is compiled as well as it will be
  while (processorTime() - startedAt < windowSeconds);
  let best = Number.POSITIVE_INFINITY;
  for (let window = 0; window < windows; window++) {
    const start = processorTime();
    let times = 0;
    let passed = 0;
    for (let next = 1; passed < windowSeconds; next = Math.min(next * 2, 64)) {
      for (let each = 0; each < next; each++) call();
      times += next;
      passed = processorTime() - start;
    }
    best = Math.min(best, passed / times);
  }
  return best * 1e6;
}

/** @returns {Promise<Record<string, number>>} microseconds, by the call's name */
export async function callsInNode() {
  const engine = await load();
  const questions = await loadQuestions();
  /** @type {Record<string, (...given: string[]) => unknown>} */
  const asked = {
    explain: (query) => engine.explain(query),
    compare: (query) => engine.compare(query),
    edit: (query, kind, layer, argument, value) =>
      engine.edit(query, /** @type {any} */ ({ kind, layer: Number(layer), argument, value })),
    read: (text) => questions.read(text),
    diagnose: (query, number) => questions.diagnose(query, number),
    solve: (query) => questions.solve(query),
    exercise: (query, seed, kind) => questions.exercise(query, { seed, kind: /** @type {any} */ (kind) }),
  };
  return Object.fromEntries(calls.map(({ name, ask, given }) => [name, timeOf(() => asked[ask](...given))]));
}
