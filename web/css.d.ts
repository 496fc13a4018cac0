/** Style sheets that the element adopts: their text. */
declare module "*.css?inline" {
  const text: string;
  export default text;
}
