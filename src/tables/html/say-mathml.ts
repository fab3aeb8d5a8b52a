import type { CellWriter, Part } from "../cell-writer.ts";
import { attribute, childElements, isElement, isHidden } from "./html-element.ts";
import type { HtmlElement, HtmlNode } from "./parse-html.ts";

/** Says what MathML shows, not the annotations beside it. Numbers that stand side by side never join. */
export function sayMathMl(node: HtmlNode, writer: CellWriter): void {
  if (!isElement(node) || isHidden(node)) return;
  const children = childElements(node);
  const [base, second, third] = children;
  const say = (child: HtmlElement | undefined): void => {
    if (child !== undefined) sayMathMl(child, writer);
  };
  const within = (parts: readonly Part[], child: HtmlElement | undefined): void => {
    writer.open(parts);
    say(child);
    writer.close();
  };
  switch (node.tagName) {
    case "annotation":
    case "annotation-xml":
    case "mphantom":
    case "none":
    case "mprescripts":
      return;
    case "semantics":
    case "maction":
      say(base);
      return;
    case "mn":
    case "mi":
    case "mo":
    case "mtext":
    case "ms":
      sayToken(node, writer);
      return;
    case "mspace":
      writer.say(/^-|^0/.test(attribute(node, "width") ?? "") ? "" : " ");
      return;
    case "msup":
    case "mover":
      say(base);
      within(["raised"], second);
      return;
    case "munder":
      if (/^(?:[\s_\u00af\u203e\u2015]|\u0332)*$/u.test(letters(second))) {
        within(["underline"], base);
        return;
      }
      say(base);
      within(["lowered"], second);
      return;
    case "msub":
      say(base);
      within(["lowered"], second);
      return;
    case "msubsup":
    case "munderover":
      say(base);
      within(["lowered"], second);
      within(["raised"], third);
      return;
    case "mmultiscripts":
      say(base);
      for (const script of children.slice(1)) within(["raised"], script);
      return;
    case "mfrac":
      say(base);
      writer.say("/");
      say(second);
      return;
    case "msqrt":
    case "mroot":
      writer.say("√(");
      for (const child of node.tagName === "mroot" ? children.slice(0, 1) : children) say(child);
      writer.say(")");
      return;
    case "mtr":
    case "mtd":
      writer.say(" ");
  }
  writer.open([...styleOf(node), ...(/strike/.test(attribute(node, "notation") ?? "") ? (["struck"] as const) : [])]);
  for (const child of children) say(child);
  writer.close();
}

function sayToken(token: HtmlElement, writer: CellWriter): void {
  const written = letters(token);
  const text = token.tagName === "mtext" ? written : written.trim();
  const isBoldDigit = /[\u{1d7ce}-\u{1d7d7}\u{1d7ec}-\u{1d7f5}]/u.test(text);
  // Mathematical alphabets are styles of the same letters and digits.
  const shown = text.replace(/[\u{1d400}-\u{1d7ff}]/gu, (letter) => letter.normalize("NFKC"));
  writer.open([...styleOf(token), ...(isBoldDigit ? (["bold"] as const) : [])]);
  if (/^[.\d]/.test(shown) && /\d/.test(writer.last()) && token.tagName === "mn") writer.say(" ");
  writer.say(shown === "±" ? " ± " : shown);
  writer.close();
}

function styleOf(element: HtmlElement): readonly Part[] {
  const bold =
    /bold/.test(attribute(element, "mathvariant") ?? "") ||
    /ltx_(?:mathvariant|font)_bold/.test(attribute(element, "class") ?? "");
  const colour = attribute(element, "mathcolor") ?? attribute(element, "mathbackground");
  return [...(bold ? (["bold"] as const) : []), ...(colour === undefined ? [] : (["colour"] as const))];
}

function letters(element: HtmlElement | undefined): string {
  if (element === undefined) return "";
  return element.childNodes
    .map((child) =>
      child.nodeName === "#text" && "value" in child ? child.value : isElement(child) ? letters(child) : "",
    )
    .join("");
}
