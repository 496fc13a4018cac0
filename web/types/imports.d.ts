/** What the builds make of files that are no modules. */

/** A style sheet that the element adopts: its text. */
declare module "*.css?inline" {
  const text: string;
  export default text;
}

/** A style sheet of the document. */
declare module "*.css" {}

/** A file's bytes, deflated without a header, in Base64. */
declare module "*?packed" {
  const packed: string;
  export default packed;
}
