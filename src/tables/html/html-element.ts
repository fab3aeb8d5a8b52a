import type { HtmlElement, HtmlNode } from "./parse-html.ts";

/** What an element is to a table; LaTeXML also writes tables as spans with classes. */
export type TableRole = "table" | "group" | "row" | "cell" | "none";

const roleOfTag: Readonly<Record<string, TableRole>> = {
  table: "table",
  thead: "group",
  tbody: "group",
  tfoot: "group",
  tr: "row",
  td: "cell",
  th: "cell",
};
const roleOfClass: readonly (readonly [string, TableRole])[] = [
  ["ltx_tabular", "table"],
  ["ltx_thead", "group"],
  ["ltx_tbody", "group"],
  ["ltx_tfoot", "group"],
  ["ltx_tr", "row"],
  ["ltx_td", "cell"],
];
const hiddenTags = new Set("script style head template noscript svg iframe object select textarea title".split(" "));
const hiddenClasses =
  /(?:^|\s)(?:sr-only|visually-hidden|screen-reader-text|katex-html|MathJax_Preview|MJX_Assistive_MathML|ltx_phantom|ltx_note_outer|ltx_cite)(?:\s|$)/;

export function attribute(element: HtmlElement, name: string): string | undefined {
  return element.attrs.find((candidate) => candidate.name === name)?.value;
}

export function hasClass(element: HtmlElement, name: string): boolean {
  return (attribute(element, "class") ?? "").split(/\s+/).includes(name);
}

export function isElement(node: object | null | undefined): node is HtmlElement {
  return node !== null && node !== undefined && "tagName" in node;
}

export function childElements(element: { readonly childNodes: readonly HtmlNode[] }): readonly HtmlElement[] {
  return element.childNodes.filter(isElement);
}

export function roleOf(element: HtmlElement): TableRole {
  const { tagName } = element;
  if (Object.hasOwn(roleOfTag, tagName)) return roleOfTag[tagName] ?? "none";
  if (tagName !== "span" && tagName !== "div") return "none";
  return roleOfClass.find(([name]) => hasClass(element, name))?.[1] ?? "none";
}

/** Whether a reader of the page does not see an element, or sees it elsewhere than in its line. */
export function isHidden(element: HtmlElement): boolean {
  return (
    hiddenTags.has(element.tagName) ||
    attribute(element, "hidden") !== undefined ||
    hiddenClasses.test(attribute(element, "class") ?? "") ||
    /display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)/i.test(attribute(element, "style") ?? "")
  );
}

export function startOf(element: HtmlElement): number {
  return element.sourceCodeLocation?.startOffset ?? 0;
}
