/**
 * Pickles as data: their opcodes are walked, and nothing that they name is ever looked up, called or made. A name stays a name, a call stays
 * a call with its arguments; at an opcode that is none of these the reading stops.
 */
import { limits } from "./limits.js";
import { FileProblem, viewOf } from "./source.js";

/** A name of something in Python. */
export class Name {
  /** @param {string} text */
  constructor(text) {
    this.text = text;
  }
}
/** A call that was not made, or an object that was not: `state` is what it would be filled with. */
export class Call {
  /** @type {unknown} */
  state = undefined;
  /** @param {unknown} of @param {unknown} args */
  constructor(of, args) {
    this.of = of;
    this.args = args;
  }
}
/** Something that stands elsewhere: numbers of a tensor. */
export class Stored {
  /** @param {unknown} id */
  constructor(id) {
    this.id = id;
  }
}
class Mark {}

/** The pickle goes on behind the bytes. */
export class Unfinished extends Error {}

/** @typedef {{ value: unknown, end: number, names: Set<string> }} Read `names`: of all that is named */

/** What builds a dict, as Python names it. */
const dicts = ["collections.OrderedDict", "collections.defaultdict", "builtins.dict", "__builtin__.dict"];

const decoder = new TextDecoder();
const latin = new TextDecoder("latin1");

/**
 * The pickle that begins at a place.
 * @param {Uint8Array} bytes
 * @param {number} start
 * @returns {Read}
 */
export function unpickled(bytes, start) {
  const view = viewOf(bytes);
  /** @type {unknown[]} */
  const stack = [];
  /** @type {Map<number, unknown>} */
  const memo = new Map();
  /** @type {Set<string>} */
  const names = new Set();
  let at = start;

  const wrong = () => new FileProblem("damaged");
  const take = (/** @type {number} */ length) => {
    const from = at;
    at += length;
    if (!(at <= bytes.length)) throw new Unfinished();
    return from;
  };
  const u8 = () => bytes[take(1)];
  const u16 = () => view.getUint16(take(2), true);
  const i32 = () => view.getInt32(take(4), true);
  const u32 = () => view.getUint32(take(4), true);
  const u64 = () => {
    const number = view.getBigUint64(take(8), true);
    if (number > BigInt(Number.MAX_SAFE_INTEGER)) throw wrong();
    return Number(number);
  };
  const part = (/** @type {number} */ length) => {
    const from = take(length);
    return bytes.subarray(from, from + length);
  };
  const text = (/** @type {number} */ length) => decoder.decode(part(length));
  const line = () => {
    const end = bytes.indexOf(10, at);
    if (end < 0) throw new Unfinished();
    const said = latin.decode(bytes.subarray(at, end));
    at = end + 1;
    return said;
  };
  const pop = () => {
    if (stack.length === 0) throw wrong();
    const top = stack.pop();
    if (top instanceof Mark) throw wrong();
    return top;
  };
  const top = () => {
    if (stack.length === 0) throw wrong();
    return stack[stack.length - 1];
  };
  const push = (/** @type {unknown} */ value) => {
    if (stack.length > limits.visited) throw new FileProblem("too_many", { largest: String(limits.visited) });
    stack.push(value);
  };
  const toMark = () => {
    let from = stack.length - 1;
    while (from >= 0 && !(stack[from] instanceof Mark)) from--;
    if (from < 0) throw wrong();
    const items = stack.splice(from);
    items.shift();
    return items;
  };
  const named = (/** @type {string} */ module, /** @type {string} */ name) => {
    const text = `${module}.${name}`.slice(0, 1000);
    names.add(text);
    return new Name(text);
  };
  const recall = (/** @type {number} */ place) => {
    if (!memo.has(place)) throw wrong();
    push(memo.get(place));
  };
  const integer = (/** @type {number} */ length) => {
    const digits = part(length);
    if (length > limits.digits) return push(new Call(new Name("int"), []));
    let value = 0n;
    for (let i = length - 1; i >= 0; i--) value = (value << 8n) | BigInt(digits[i]);
    value = length === 0 ? 0n : BigInt.asIntN(8 * length, value);
    push(value >= -(2n ** 53n) && value <= 2n ** 53n ? Number(value) : value);
  };
  const said = (/** @type {string} */ digits) => {
    if (digits === "00" || digits === "01") return push(digits === "01");
    const whole = digits.replace(/L$/, "");
    if (!/^-?\d{1,40}$/.test(whole)) throw wrong();
    const value = Number(whole);
    push(Number.isSafeInteger(value) ? value : BigInt(whole));
  };
  /** @param {unknown} into @param {unknown[]} items keys and values in turn */
  const fill = (into, items) => {
    if (items.length % 2 !== 0) throw wrong();
    if (into instanceof Map) for (let i = 0; i < items.length; i += 2) into.set(items[i], items[i + 1]);
    else if (!(into instanceof Call)) throw wrong();
  };
  /** @param {unknown} into @param {unknown[]} items */
  const extend = (into, items) => {
    if (Array.isArray(into)) for (const item of items) into.push(item);
    else if (!(into instanceof Call)) throw wrong();
  };
  const called = (/** @type {unknown} */ of, /** @type {unknown} */ args) => {
    if (of instanceof Name && dicts.includes(of.text)) return push(dictOf(args));
    push(new Call(of, args));
  };

  /** @type {Record<number, () => void>} */
  const does = {
    128: () => {
      if (u8() > 5) throw wrong();
    },
    149: () => u64(), // a frame: how long what follows is
    40: () => push(new Mark()),
    48: () => (stack.at(-1) instanceof Mark ? stack.pop() : pop()),
    49: () => toMark(),
    50: () => push(top()),
    78: () => push(null),
    136: () => push(true),
    137: () => push(false),
    73: () => said(line()),
    76: () => said(line()),
    74: () => push(i32()),
    75: () => push(u8()),
    77: () => push(u16()),
    138: () => integer(u8()),
    139: () => integer(u32()),
    70: () => push(Number(line())),
    71: () => push(view.getFloat64(take(8), false)),
    83: () => push(line().replace(/^(['"])(.*)\1$/s, "$2")),
    84: () => push(text(u32())),
    85: () => push(text(u8())),
    86: () => push(line()),
    88: () => push(text(u32())),
    140: () => push(text(u8())),
    141: () => push(text(u64())),
    66: () => push(part(u32())),
    67: () => push(part(u8())),
    142: () => push(part(u64())),
    150: () => push(part(u64())),
    93: () => push([]),
    97: () => {
      const item = pop();
      extend(top(), [item]);
    },
    101: () => {
      const items = toMark();
      extend(top(), items);
    },
    108: () => push(toMark()),
    41: () => push([]),
    116: () => push(toMark()),
    133: () => push([pop()]),
    134: () => {
      const last = pop();
      push([pop(), last]);
    },
    135: () => {
      const [last, middle] = [pop(), pop()];
      push([pop(), middle, last]);
    },
    125: () => push(new Map()),
    100: () => {
      const items = toMark();
      const made = new Map();
      fill(made, items);
      push(made);
    },
    115: () => {
      const value = pop();
      const key = pop();
      fill(top(), [key, value]);
    },
    117: () => {
      const items = toMark();
      fill(top(), items);
    },
    143: () => push([]),
    144: () => {
      const items = toMark();
      extend(top(), items);
    },
    145: () => push(toMark()),
    99: () => {
      const module = line();
      push(named(module, line()));
    },
    147: () => {
      const [name, module] = [pop(), pop()];
      if (typeof name !== "string" || typeof module !== "string") throw wrong();
      push(named(module, name));
    },
    105: () => {
      const module = line();
      const of = named(module, line());
      push(new Call(of, toMark()));
    },
    111: () => {
      const [of, ...args] = toMark();
      push(new Call(of, args));
    },
    82: () => {
      const args = pop();
      called(pop(), args);
    },
    129: () => {
      const args = pop();
      called(pop(), args);
    },
    146: () => {
      const [, args] = [pop(), pop()];
      called(pop(), args);
    },
    98: () => {
      const state = pop();
      const of = top();
      if (of instanceof Call) of.state = state;
    },
    112: () => memo.set(Number(line()), top()),
    113: () => memo.set(u8(), top()),
    114: () => memo.set(u32(), top()),
    148: () => memo.set(memo.size, top()),
    103: () => recall(Number(line())),
    104: () => recall(u8()),
    106: () => recall(u32()),
    80: () => push(new Stored(line())),
    81: () => push(new Stored(pop())),
  };
  for (;;) {
    const code = u8();
    if (code === 0x2e) return { value: pop(), end: at, names };
    const act = does[code];
    if (!act) throw new FileProblem("pickle_unknown", { what: `opcode 0x${code.toString(16).padStart(2, "0")}` });
    act();
  }
}

/** What OrderedDict(…) would be. @param {unknown} args */
function dictOf(args) {
  const given = Array.isArray(args) ? args.find((one) => Array.isArray(one) || one instanceof Map) : undefined;
  if (given instanceof Map) return new Map(given);
  const pairs = Array.isArray(given) ? given.filter((one) => Array.isArray(one) && one.length === 2) : [];
  return new Map(/** @type {[unknown, unknown][]} */ (pairs));
}
