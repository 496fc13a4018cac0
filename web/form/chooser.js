/** The frameworks to count as, each with its total of this very model. */
import { html } from "lit";
import { guard } from "lit/directives/guard.js";
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
  const total = (/** @type {string} */ id) => comparisons.find(({ framework }) => framework === id)?.total ?? "";
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
        @pointerdown=${act.compare} @focus=${act.compare}
        @change=${(/** @type {Event} */ event) => choose(/** @type {HTMLSelectElement} */ (event.target).value)}>
        <option value="" ?selected=${!other} disabled>${m.moreFrameworks}</option>
        ${offered(others, view)}
      </select>
      ${messages(view, "framework")}
    </fieldset>
  `;
}

/**
 * Those that only few meet, with their totals where nobody is typing: nothing of it is seen until it is opened.
 * @param {import("../engine.js").FrameworkFacts[]} frameworks
 * @param {View} view
 */
function offered(frameworks, { m, catalog, answer, rests, allComparisons }) {
  const all = rests ? allComparisons() : undefined;
  return guard([m, catalog.frameworks, answer.framework, all], () =>
    frameworks.map((framework) => {
      const { id } = framework;
      const name = frameworkName(framework, m);
      const compared = all?.find((one) => one.framework === id);
      return html`<option value=${id} ?selected=${id === answer.framework}>${compared ? m.frameworkTotal(name, compared.total) : name}</option>`;
    }),
  );
}
