/** What is used of jsfive, which says nothing of its types itself. */
declare module "jsfive" {
  export interface Dataset {
    name: string;
    shape: number[];
    attrs: Record<string, unknown>;
  }
  export interface Group {
    name: string;
    keys: string[];
    attrs: Record<string, unknown>;
    get(name: string): Group | Dataset | null;
  }
  export class File implements Group {
    constructor(file: ArrayBuffer, name?: string);
    name: string;
    keys: string[];
    attrs: Record<string, unknown>;
    get(name: string): Group | Dataset | null;
  }
}
