/** The element's style sheets, as Lit takes them: those of the form and the derivation. */
import { unsafeCSS } from "lit";
import awaited from "../styles/awaited.css?inline";
import base from "../styles/base.css?inline";
import chooser from "../styles/chooser.css?inline";
import derivation from "../styles/derivation.css?inline";
import devanagari from "../styles/devanagari.css?inline";
import form from "../styles/form.css?inline";
import layout from "../styles/layout.css?inline";
import tokens from "../styles/tokens.css?inline";
import widgetSheet from "../styles/widget.css?inline";

export const sheets = [tokens, base, layout, chooser, form, derivation, widgetSheet, awaited, devanagari].map((sheet) =>
  unsafeCSS(sheet),
);
