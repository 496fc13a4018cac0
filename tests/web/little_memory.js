// Imported before the engine, in Node or in a page: a core has little more memory than what is its own, and gets no more. So a real core gives
// up over a model that is large. `coresMade` counts them.
{
  const pages = 112;

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
    const memory = 5;
    let at = 8;
    while (at < bytes.length) {
      const { value: size, end } = number(at + 1);
      if (changed[at] === memory) {
        const smallest = end + 2;
        if (number(smallest).end !== smallest + 2)
          throw new Error("The memory section is another one than was thought");
        changed.set([0x80 | (pages & 0x7f), pages >> 7], smallest);
        return changed;
      }
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
