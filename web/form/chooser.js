/** The frameworks to count as, each with its total of this very model. */
import { html } from "lit";
import { live } from "lit/directives/live.js";
import { frameworkName } from "../telling/frameworks.js";
import { numberClass } from "../text/words.js";
import { messages } from "./problems.js";

/** @typedef {import("../parts/view.js").View} View */

/** Totals longer than this do not fit three in a row. */
const longDigits = 7;

/** @param {View} view */
export function chooser(view) {
  const { m, catalog, comparisons, answer, act } = view;
  const compared = (/** @type {string} */ id) => comparisons.find(({ framework }) => framework === id);
  const total = (/** @type {string} */ id) => compared(id)?.total ?? "";
  const named = (/** @type {import("../engine.js").FrameworkFacts} */ framework) => {
    const name = frameworkName(framework, m);
    return compared(framework.id) ? m.frameworkTotal(name, total(framework.id)) : name; // not compared yet
  };
  const [first, others] = [true, false].map((featured) =>
    catalog.frameworks.filter((one) => one.featured === featured),
  );
  const long = first.some(({ id }) => total(id).length > longDigits);
  const choose = (/** @type {string} */ framework) => act.change({ framework }, true);
  const other = others.some(({ id }) => id === answer.framework);
  return html`
    <fieldset class="block chooser ${long ? "long" : ""}" id="framework" tabindex="-1" aria-describedby="framework-message">
      <legend>${m.chooser}</legend>
      <div class="frameworks">
        ${first.map(
          (framework) => html`
            <label class="framework" title=${framework.name === "" ? m.notes.hint : ""}>
              <input type="radio" name="framework" value=${framework.id} .checked=${live(framework.id === answer.framework)}
                @change=${() => choose(framework.id)} />
              <span class="name"><span class="wide">${frameworkName(framework, m)}</span><span class="narrow">${framework.name || m.notes.narrow}</span></span>
              <span class=${numberClass(total(framework.id))}>${m.number(total(framework.id)) || m.none}</span>
            </label>
          `,
        )}
      </div>
      <select id="more-frameworks" class=${other ? "others chosen" : "others"} aria-label=${m.moreFrameworks} .value=${live(other ? answer.framework : "")}
        @change=${(/** @type {Event} */ event) => choose(/** @type {HTMLSelectElement} */ (event.target).value)}>
        <option value="" ?selected=${!other} disabled>${m.moreFrameworks}</option>
        ${others.map((framework) => html`<option value=${framework.id} ?selected=${framework.id === answer.framework}>${named(framework)}</option>`)}
      </select>
      ${messages(view, "framework")}
    </fieldset>
  `;
}
