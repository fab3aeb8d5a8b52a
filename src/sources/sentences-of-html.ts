import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse } from "parse5";
import { ReadError } from "../tables/source-table.ts";
import type { SourceText } from "../tables/source-text.ts";
import { mathsAsText } from "./maths-as-text.ts";
import { type Prose, prose } from "./prose.ts";
import type { Sentence } from "./sentence.ts";

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

const left = new Set(
  "script style head nav noscript template svg table pre button form select textarea iframe object".split(" "),
);
const leftClasses =
  /(?:^|\s)(?:ltx_bibliography|ltx_bibitem|ltx_cite|ltx_equation|ltx_equationgroup|ltx_eqn_table|ltx_tabular|ltx_listing|ltx_authors|ltx_ERROR|ltx_page_footer|ltx_page_header|ltx_TOC|ltx_role_footnotemark|ltx_note_mark|ltx_pagination|references)(?:\s|$)/;
const blocks = new Set(
  "p div section article main aside header footer ul ol li dl dt dd blockquote figure body html h1 h2 h3 h4 h5 h6 hr br center address details summary".split(
    " ",
  ),
);
const mostNodes = 2_000_000;

/**
 * The running text of an HTML paper (LaTeXML's as arXiv and ar5iv give it, or any other) as sentences. Maths is read from
 * its TeX; links within the page give the element's id to `refersTo`. Tables, displayed equations, listings, citations and
 * the bibliography are left out, captions are not. Throws a ReadError for elements nested past the limit.
 */
export function sentencesOfHtml(source: SourceText, limits: { readonly depth: number }): readonly Sentence[] {
  const out = prose();
  const captions: Sentence[] = [];
  const document = parseBounded(source, limits.depth);
  const stack: ({ node: Node } | { leave: () => void })[] = document.childNodes.map((node) => ({ node })).reverse();
  let target: Prose = out;

  const enter = (element: Element) => {
    const { tagName } = element;
    const children = () => {
      for (const node of element.childNodes.toReversed()) stack.push({ node });
    };
    const aside = (section: string, labels: readonly string[]) => {
      const [outer, own] = [target, prose(section, labels)];
      target = own;
      stack.push({
        leave: () => {
          captions.push(...own.sentences());
          target = outer;
        },
      });
      children();
    };
    const classes = attribute(element, "class") ?? "";
    if (tagName === "figcaption" || tagName === "caption") {
      const id = idAbove(element);
      return aside(id === undefined ? "caption" : `caption of ${id}`, id === undefined ? [] : [id]);
    }
    if (tagName === "table" && !/ltx_eq/.test(classes)) {
      for (const node of element.childNodes) if (node.nodeName === "caption") stack.push({ node });
      return target.space();
    }
    if (tagName === "math")
      return target.put(mathsAsText(attribute(element, "alttext") ?? ""), source, startOf(element));
    if (left.has(tagName)) return target.space();
    if (leftClasses.test(classes) || tagName === "cite") return target.gap();
    if (/(?:^|\s)(?:ltx_note_outer|footnote)(?:\s|$)/.test(classes)) {
      target.gap();
      return aside("footnote", []);
    }
    if (/^h[1-6]$/.test(tagName)) return target.heading(wordsOf(element));
    if (tagName === "a") {
      const href = attribute(element, "href") ?? "";
      const id = href.split("#")[1] ?? "";
      if (href.includes("#") && id !== "" && !/^bib/.test(id)) target.refer(id);
    }
    if (blocks.has(tagName)) {
      target.end();
      stack.push({ leave: () => target.end() });
    }
    children();
  };

  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    if ("leave" in next) next.leave();
    else if (next.node.nodeName === "#text" && "value" in next.node) copyText(source, next.node, target);
    else if ("tagName" in next.node) enter(next.node);
  }
  return [...out.sentences(), ...captions];
}

/** parse5 bounds neither depth nor the copies that misnested formatting makes. */
function parseBounded(source: SourceText, deepest: number): DefaultTreeAdapterTypes.Document {
  let [nodes, depth] = [0, 0];
  return parse(source.text, {
    sourceCodeLocationInfo: true,
    treeAdapter: {
      ...defaultTreeAdapter,
      createElement: (...given) => {
        nodes += 1;
        if (nodes > mostNodes)
          throw new ReadError(`${source.locate(0).file} has more than ${mostNodes.toLocaleString("en")} elements`);
        return defaultTreeAdapter.createElement(...given);
      },
      onItemPush: () => {
        depth += 1;
        if (depth > deepest)
          throw new ReadError(
            `${source.locate(0).file} nests elements deeper than ${deepest}; give the paper's own page`,
          );
      },
      onItemPop: () => {
        depth -= 1;
      },
    },
  });
}

/** Copies a text node; where entities stand in it, the words around them keep their places. */
function copyText(source: SourceText, node: DefaultTreeAdapterTypes.TextNode, out: Prose): void {
  const [start, end] = [node.sourceCodeLocation?.startOffset ?? 0, node.sourceCodeLocation?.endOffset ?? 0];
  if (source.text.slice(start, end) === node.value) {
    out.copy(source, start, end);
    return;
  }
  let at = start;
  for (const word of node.value.split(/(\s+)/)) {
    const found = word.trim() === "" ? -1 : source.text.indexOf(word, at);
    if (word.trim() === "") out.put(word, source, at);
    else if (found < 0 || found > Math.min(end, at + 2_000)) out.put(word, source, at);
    else {
      out.copy(source, found, found + word.length);
      at = found + word.length;
    }
  }
}

function startOf(element: Element): number {
  return element.sourceCodeLocation?.startOffset ?? 0;
}

function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((candidate) => candidate.name === name)?.value;
}

function idAbove(element: Element): string | undefined {
  for (
    let node: DefaultTreeAdapterTypes.ParentNode | null = element;
    node !== null && "attrs" in node;
    node = node.parentNode
  ) {
    const id = attribute(node, "id");
    if (id !== undefined && node !== element) return id;
    if (node.tagName === "body") return undefined;
  }
  return undefined;
}

function wordsOf(element: Element): string {
  const words: string[] = [];
  const stack: Node[] = [element];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node.nodeName === "#text" && "value" in node) words.push(node.value);
    else if ("tagName" in node && node.tagName === "math") words.push(mathsAsText(attribute(node, "alttext") ?? ""));
    else if ("childNodes" in node) stack.push(...node.childNodes.toReversed());
  }
  return words.join("").replace(/\s+/g, " ").trim();
}
