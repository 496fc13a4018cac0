// Imported before the engine, in Node or in a page: a core has little more memory than what is its own, and gets no more. So a real core gives
// up over a model that is large. `coresMade` counts them.
{
  const pages = 120;

  /**
   * The bytes of a core, with less memory to begin with: the first number of its memory section, in two bytes as it was.
   * @param {Uint8Array} bytes
   */
  const withLess = (bytes) => {
    const changed = Uint8Array.from(bytes);
    const number = (/** @type {number} */ at) => {
      let [value, end] = [changed[at] & 0x7f, at];
      for (let shift = 7; changed[end++] >= 0x80; shift += 7) value |= (changed[end] & 0x7f) << shift;
      return { value, end };
    };
    /** @param {number} at where the limits stand */
    const lessen = (at) => {
      const smallest = at + 1;
      if (number(smallest).end !== smallest + 2)
        throw new Error("The memory is written in another way than was thought");
      changed.set([0x80 | (pages & 0x7f), pages >> 7], smallest);
      return changed;
    };
    /** The second part of a core has the memory of the first: among what it imports. @param {number} from */
    const imported = (from) => {
      let { value: left, end: at } = number(from);
      for (; left > 0; left--) {
        for (let name = 0; name < 2; name++) {
          const { value: length, end } = number(at);
          at = end + length;
        }
        const kind = changed[at++];
        if (kind === 2) return at;
        if (kind === 0) at = number(at).end;
        else if (kind === 3) at += 2;
        else {
          const hasMost = changed[at + 1] & 1;
          at = number(at + 2).end;
          if (hasMost) at = number(at).end;
        }
      }
    };
    const [imports, memory] = [2, 5];
    let at = 8;
    while (at < bytes.length) {
      const { value: size, end } = number(at + 1);
      if (changed[at] === memory) return lessen(number(end).end);
      const within = changed[at] === imports ? imported(end) : undefined;
      if (within !== undefined) return lessen(within);
      at = end + size;
    }
    return changed;
  };

  const { Module, Memory, compile } = WebAssembly;
  Object.assign(globalThis, { coresMade: 0 });
  WebAssembly.Module = /** @type {any} */ (
    class extends Module {
      /** @param {Uint8Array} bytes */
      constructor(bytes) {
        super(/** @type {any} */ (withLess(bytes)));
        /** @type {any} */ (globalThis).coresMade++;
      }
    }
  );
  WebAssembly.compile = (bytes) => {
    /** @type {any} */ (globalThis).coresMade++;
    return compile(/** @type {any} */ (withLess(/** @type {Uint8Array} */ (bytes))));
  };
  Memory.prototype.grow = () => {
    throw new RangeError("no more memory, on purpose");
  };
}
