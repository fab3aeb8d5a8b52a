/** How a format takes text from an audit, so that no character of it is ever read as the format's own syntax. */
export interface Format {
  readonly name: "html" | "typst" | "markdown" | "latex";
  /** What `{{value}}` does. */
  readonly escape: (text: string) => string;
  /** Other contexts than running text, by helper name: `{{url value}}`. */
  readonly forms: Readonly<Record<string, (text: string) => string>>;
  /** Names that may stand in triple-stash because the report itself rendered them in this format. */
  readonly rendered: readonly string[];
}
