/** The frameworks to count as, each with its total of this very model. */
import { html } from "lit";
import { live } from "lit/directives/live.js";
import { messages } from "./problems.js";

/** @typedef {import("./view.js").View} View */

/** Totals longer than this do not fit three in a row. */
const longDigits = 7;

/** @param {View} view */
export function chooser(view) {
  const { m, catalog, comparisons, answer, act } = view;
  const total = (/** @type {string} */ id) => comparisons.find(({ framework }) => framework === id)?.total ?? "";
  const long = comparisons.some((comparison) => comparison.total.length > longDigits);
  return html`
    <fieldset class="block chooser ${long ? "long" : ""}" id="framework" tabindex="-1" aria-describedby="framework-message">
      <legend>${m.chooser}</legend>
      <div class="frameworks">
        ${catalog.frameworks.map(
          (framework) => html`
            <label class="framework" title=${m.frameworkHint(framework)}>
              <input type="radio" name="framework" value=${framework.id} .checked=${live(framework.id === answer.framework)}
                @change=${() => act.change({ framework: framework.id }, true)} />
              <span class="name"><span class="wide">${m.framework(framework)}</span><span class="narrow">${m.frameworkShort(framework)}</span></span>
              <span class="n">${m.number(total(framework.id)) || m.none}</span>
            </label>
          `,
        )}
      </div>
      ${messages(view, "framework")}
    </fieldset>
  `;
}
