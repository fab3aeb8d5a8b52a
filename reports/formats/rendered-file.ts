/** A file of a report by its path relative to the report's folder, or why it could not be made. */
export type RenderedFile =
  | { readonly path: string; readonly content: string | Uint8Array }
  | { readonly path: string; readonly absent: string };
