/** The picture as a file of its own: with the colours that it has here, for an SVG has no style sheet of ours. */
import { render } from "lit";
import { lineHeight, pictureWidth } from "./layout.js";
import { drawing } from "./section.js";

/** @typedef {import("../parts/view.js").SupplementView} View */

const namespace = "http://www.w3.org/2000/svg";
/** What a style sheet gives here and a file has to say itself: of every shape, of lines, of letters. */
const colours = ["fill", "stroke"];
const ofLines = ["stroke-dasharray", "stroke-opacity", "stroke-width", "stroke-linejoin", "paint-order"];
const ofLetters = ["font-size", "font-weight", "text-anchor"];
const between = 12;

/**
 * @param {View} view
 * @param {ShadowRoot} root where the styles of the picture are known
 * @returns {string} "" where there is nothing to draw
 */
export function svgFile(view, root) {
  const holder = document.createElement("div");
  holder.className = "visually-hidden";
  root.append(holder);
  try {
    render(drawing(view), holder);
    const figures = [...holder.querySelectorAll("figure")];
    return figures.length === 0 ? "" : fileOf(figures);
  } finally {
    holder.remove();
  }
}

/** @param {HTMLElement[]} figures one per layer, each with its picture */
function fileOf(figures) {
  const file = document.createElementNS(namespace, "svg");
  const hex = hexOf();
  let y = 0;
  const titles = figures.map((figure) => {
    const picture = /** @type {SVGSVGElement} */ (figure.querySelector("svg.picture"));
    const caption = figure.querySelector("figcaption")?.textContent ?? "";
    const group = document.createElementNS(namespace, "g");
    if (caption) group.append(text(caption));
    const drawn = document.createElementNS(namespace, "g");
    drawn.append(...[...picture.children].flatMap((child) => copyOf(child, hex) ?? []));
    drawn.setAttribute("transform", `translate(0 ${caption ? lineHeight + 4 : 0})`);
    group.append(drawn);
    group.setAttribute("transform", `translate(0 ${y})`);
    file.append(group);
    y += picture.viewBox.baseVal.height + between + (caption ? lineHeight + 4 : 0);
    return [caption, picture.getAttribute("aria-label")].filter(Boolean).join(": ");
  });
  const title = document.createElementNS(namespace, "title");
  title.textContent = titles.join(" ");
  file.prepend(title);
  const size = { width: pictureWidth, height: Math.ceil(y - between) };
  for (const [name, value] of Object.entries(size)) file.setAttribute(name, String(value));
  file.setAttribute("viewBox", `0 0 ${size.width} ${size.height}`);
  file.setAttribute("font-family", "system-ui, sans-serif");
  return new XMLSerializer().serializeToString(file);
}

/** @param {string} caption */
function text(caption) {
  const element = document.createElementNS(namespace, "text");
  element.textContent = caption;
  for (const [name, value] of Object.entries({ y: "12", "font-size": "12", "font-weight": "600", fill: "#22262b" }))
    element.setAttribute(name, value);
  return element;
}

/**
 * @param {Element} element
 * @param {(colour: string) => string} hex
 * @returns {Element | undefined} undefined for what only shows when it is pointed at
 */
function copyOf(element, hex) {
  if (element.matches(".second, .part-of, .grip")) return undefined;
  const copy = document.createElementNS(namespace, element.localName);
  for (const { name, value } of element.attributes) {
    if (name !== "class" && !name.startsWith("data-")) copy.setAttribute(name, value);
  }
  const style = getComputedStyle(element);
  for (const name of colours) {
    const value = style.getPropertyValue(name);
    if (!copy.hasAttribute(name)) copy.setAttribute(name, value === "none" ? value : hex(value));
  }
  const lines = copy.getAttribute("stroke") === "none" ? [] : ofLines;
  const letters = element.localName === "text" ? ofLetters : [];
  for (const name of [...lines, ...letters]) copy.setAttribute(name, style.getPropertyValue(name));
  const inner = [...element.childNodes].flatMap((child) =>
    child instanceof Element ? (copyOf(child, hex) ?? []) : child.nodeType === Node.TEXT_NODE ? child.cloneNode() : [],
  );
  copy.append(...inner);
  return copy;
}

/** What turns any colour of a browser into one that every program knows, "#rrggbb" with a part of opacity where it has one. */
function hexOf() {
  const canvas = Object.assign(document.createElement("canvas"), { width: 1, height: 1 });
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d", { willReadFrequently: true }));
  return (/** @type {string} */ colour) => {
    context.clearRect(0, 0, 1, 1);
    context.fillStyle = colour;
    context.fillRect(0, 0, 1, 1);
    const { data } = context.getImageData(0, 0, 1, 1);
    const digits = [...data].map((part) => part.toString(16).padStart(2, "0"));
    return data[3] === 0 ? "none" : `#${digits.slice(0, data[3] === 255 ? 3 : 4).join("")}`;
  };
}
