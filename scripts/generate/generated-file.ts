/** A file that is committed and made from the sources; its path is relative to the root, with slashes. */
export interface GeneratedFile {
  readonly path: string;
  readonly content: string;
}
