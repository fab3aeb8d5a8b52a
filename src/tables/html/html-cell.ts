import { type CellWriter, cellWriter, type Part, type WrittenCell } from "../cell-writer.ts";
import type { CellContext } from "../latex/read-cell.ts";
import { sayWithMaths } from "../maths-in-text.ts";
import { attribute, hasClass, isElement, isHidden } from "./html-element.ts";
import type { HtmlElement, HtmlNode } from "./parse-html.ts";
import { sayMathMl } from "./say-mathml.ts";

const partsOfTags: Readonly<Record<string, Part>> = {
  b: "bold",
  strong: "bold",
  i: "italic",
  em: "italic",
  u: "underline",
  ins: "underline",
  mark: "colour",
  sup: "raised",
  sub: "lowered",
  s: "struck",
  strike: "struck",
  del: "struck",
};
const partsOfClasses: Readonly<Record<string, Part>> = {
  ltx_font_bold: "bold",
  ltx_font_medium: "light",
  ltx_font_italic: "italic",
  ltx_font_slanted: "italic",
  ltx_framed_underline: "underline",
  ltx_ulem_uline: "underline",
  ltx_ulem_sout: "struck",
};
const partsOfStyles: readonly (readonly [RegExp, Part])[] = [
  [/font-weight\s*:\s*(?:bold|[6-9]00)/i, "bold"],
  [/font-weight\s*:\s*(?:normal|[1-5]00)/i, "light"],
  [/font-style\s*:\s*(?:italic|oblique)/i, "italic"],
  [/text-decoration(?:-line)?\s*:[^;]*underline/i, "underline"],
  [/text-decoration(?:-line)?\s*:[^;]*line-through/i, "struck"],
  [/vertical-align\s*:\s*super/i, "raised"],
  [/vertical-align\s*:\s*sub/i, "lowered"],
  [
    /(?:^|[;\s])(?:--ltx-[fb]g-color|color|background(?:-color)?)\s*:\s*(?!black|#000(?:000)?\b|white|#fff(?:fff)?\b|inherit|initial|none|transparent|currentcolor|var)/i,
    "colour",
  ],
];
const blocks = new Set(
  "p div br hr li ul ol dl dt dd tr td th table thead tbody tfoot caption figcaption section blockquote pre h1 h2 h3 h4 h5 h6 img input button".split(
    " ",
  ),
);

/**
 * What an element prints, in words. `apart` are the tables inside it that are read on their own; `outer` the elements
 * around it whose style it inherits.
 */
export function htmlCell(
  element: HtmlElement,
  apart: { readonly has: (element: HtmlElement) => boolean },
  context: CellContext,
  outer: readonly HtmlElement[] = [],
): WrittenCell {
  const writer = cellWriter();
  for (const above of outer) writer.open(inherited(above));
  writer.open(inherited(element));
  for (const child of element.childNodes) sayNode(child, apart, context, writer);
  return writer.finish();
}

function sayNode(
  node: HtmlNode,
  apart: { readonly has: (element: HtmlElement) => boolean },
  context: CellContext,
  writer: CellWriter,
): void {
  if (node.nodeName === "#text" && "value" in node) {
    sayWithMaths(node.value, node.value, writer, context, writer.say);
    return;
  }
  if (!isElement(node) || isHidden(node)) return;
  if (apart.has(node)) {
    writer.say(" ");
    return;
  }
  if (node.tagName === "math") {
    sayMathMl(node, writer);
    return;
  }
  const isBlock = blocks.has(node.tagName) || ["ltx_p", "ltx_tr", "ltx_td"].some((name) => hasClass(node, name));
  if (isBlock) writer.say(" ");
  const parts = partsOf(node);
  writer.open(parts);
  for (const child of node.childNodes) sayNode(child, apart, context, writer);
  if (parts.includes("raised") && isNote(node)) writer.close("note");
  else writer.close();
  if (isBlock) writer.say(" ");
}

/** A raised link within the page leads to a note; a raised number without one may be a power. */
function isNote(element: HtmlElement): boolean {
  if (/ltx_note_mark|footnote|reference|\bfn\b/.test(attribute(element, "class") ?? "")) return true;
  return element.childNodes.some(
    (child) => isElement(child) && child.tagName === "a" && attribute(child, "href")?.includes("#") === true,
  );
}

function partsOf(element: HtmlElement): readonly Part[] {
  const { tagName } = element;
  const parts: Part[] = [];
  const tag = Object.hasOwn(partsOfTags, tagName) ? partsOfTags[tagName] : undefined;
  if (tag !== undefined) parts.push(tag);
  if (tagName === "font" && attribute(element, "color") !== undefined) parts.push("colour");
  if (attribute(element, "bgcolor") !== undefined) parts.push("colour");
  const classes = attribute(element, "class");
  for (const name of classes?.split(/\s+/) ?? []) {
    const part = Object.hasOwn(partsOfClasses, name) ? partsOfClasses[name] : undefined;
    if (part !== undefined) parts.push(part);
  }
  const style = attribute(element, "style");
  if (style !== undefined) for (const [pattern, part] of partsOfStyles) if (pattern.test(style)) parts.push(part);
  return parts.includes("light") ? parts.filter((part) => part !== "bold") : parts;
}

/** What a cell has from its own element or its row: alignment there is no raising. */
function inherited(element: HtmlElement): readonly Part[] {
  return partsOf(element).filter((part) => part !== "raised" && part !== "lowered");
}
