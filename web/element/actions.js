/** What the parts may ask for: each is an act on the state, and what the reader sees of it in the document, focus and scrolling. */

import { NotYet } from "../border/parts.js";
import { decode } from "../border/query.js";
import { layerField } from "../form/places.js";
import { exerciseId } from "../parts/blanks.js";
import { beginButton, nextButton } from "../parts/pace.js";
import { whole } from "./core.js";
import { derivationOf, focusField, focusFirst, focusLayer, focusStep } from "./focus.js";

/**
 * @typedef {object} Acting the element, as its actions need it
 * @property {(act: import("./state.js").Act) => boolean} apply whether it changed anything
 * @property {(decision: boolean) => void} changed tells of a model that a reader has changed
 * @property {() => void} unfolded
 * @property {() => void} compare at once, though somebody is typing
 * @property {() => import("../parts/view.js").View | undefined} view what is on screen
 * @property {() => ShadowRoot | null} root
 * @property {(ids: string[]) => void} rather where the focus goes, if the next drawing takes away what has it
 * @property {() => Promise<unknown>} drawn
 * @property {(what: string, text: string | Promise<string>) => void} copy
 */

/** @param {Acting} element @returns {import("../parts/view.js").Actions} */
export function actionsOf({ apply, changed, unfolded, compare, view, root, rather, drawn, copy }) {
  /** Once the act is drawn. @param {(root: ShadowRoot) => void} then */
  const afterwards = async (then) => {
    await drawn();
    const there = root();
    if (there) then(there);
  };
  /** @param {string} field */
  const jump = (field) => {
    apply({ kind: "show", what: field === "layers" ? "text" : "rows" });
    return afterwards((root) => focusField(root, field));
  };
  /** @type {import("../parts/view.js").Actions["edit"]} */
  const edit = (change, decision, focus = []) => {
    const engine = view()?.engine;
    try {
      if (engine) apply({ kind: "edit", change, edit: engine.edit });
    } catch (error) {
      if (!(error instanceof NotYet)) throw error;
      whole().then(() => edit(change, decision, focus), drawn);
      return;
    }
    changed(decision);
    if (decision) afterwards((root) => focusFirst(root, focus));
  };
  return {
    change: (texts, decision) => {
      apply({ kind: "change", texts });
      changed(decision);
    },
    edit,
    open: (query) => {
      apply({ kind: "change", texts: decode(query, view()?.catalog.keys ?? []) });
      changed(true);
    },
    fix: (fix, field) => {
      const firstRow = field === "layers" && !view()?.asText;
      apply({ kind: "fix", fix });
      changed(true);
      afterwards(() => jump(firstRow ? layerField(0) : field));
    },
    empty: (field) => apply({ kind: "empty", field }),
    leave: (field) => apply({ kind: "leave", field }),
    refuse: (field) => apply({ kind: "refuse", field }),
    unfold: (section, open) => {
      if (apply({ kind: "unfold", section, open })) unfolded();
    },
    compare,
    turn: (layer) => apply({ kind: "turn", layer }),
    visit: async (layer, step) => {
      const there = root();
      if (there && !derivationOf(there, layer)) apply({ kind: "show", what: "blocks" });
      await drawn();
      if (there && derivationOf(there, layer)?.hasAttribute("data-folded")) apply({ kind: "turn", layer });
      afterwards((root) => (step === undefined ? focusLayer(root, layer) : focusStep(root, layer, step)));
    },
    cut: (cut) => apply({ kind: "cut", cut }),
    show: (what) => apply({ kind: "show", what }),
    copy,
    fill: (path, text) => apply({ kind: "fill", path, text }),
    check: (path) => apply({ kind: "check", path }),
    give: (values) => {
      rather([exerciseId]);
      apply({ kind: "give", values });
    },
    pace: (by) => {
      rather([nextButton, beginButton]);
      const { stepCount = 0, idle } = view() ?? {};
      apply({ kind: "pace", by, of: stepCount, idle: idle?.() });
    },
    jump,
  };
}
