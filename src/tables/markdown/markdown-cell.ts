import type { fromMarkdown } from "mdast-util-from-markdown";
import { type CellWriter, cellWriter, type Part, type WrittenCell } from "../cell-writer.ts";
import type { CellContext } from "../latex/read-cell.ts";
import { sayWithMaths } from "../maths-in-text.ts";

export type MarkdownRoot = ReturnType<typeof fromMarkdown>;
export type MarkdownBlock = MarkdownRoot["children"][number];
export type MarkdownTable = Extract<MarkdownBlock, { type: "table" }>;

type Phrase = MarkdownTable["children"][number]["children"][number]["children"][number];

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
  del: "struck",
};

/** What a cell's or a paragraph's marked-up words print. `text` is the whole source that their offsets refer to. */
export function markdownCell(phrases: readonly Phrase[], text: string, context: CellContext): WrittenCell {
  const writer = cellWriter();
  const tags: string[] = [];
  const stack: (Phrase | { readonly close: string })[] = phrases.toReversed();
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    if ("close" in next) {
      writer.close();
      writer.say(next.close);
      continue;
    }
    switch (next.type) {
      case "text":
        sayWithMaths(
          next.value,
          text.slice(next.position?.start.offset, next.position?.end.offset),
          writer,
          context,
          (plain) => sayWithoutNotes(plain, writer),
        );
        break;
      case "inlineCode":
        writer.say(next.value);
        break;
      case "break":
        writer.say(" ");
        break;
      case "html":
        sayTag(next.value, tags, writer);
        break;
      case "strong":
      case "emphasis": {
        // `2*3*4` is a product more likely than 234 with a slanted 3.
        const start = next.position?.start.offset ?? 0;
        const width = next.type === "strong" ? 2 : 1;
        const literal = /[\d.,]{2}/.test(text.charAt(start - 1) + text.charAt(start + width));
        const sign = literal ? text.slice(start, start + width) : "";
        writer.say(sign);
        writer.open(literal ? [] : [next.type === "strong" ? "bold" : "italic"]);
        stack.push({ close: sign }, ...next.children.toReversed());
        break;
      }
      case "linkReference":
        if (next.label?.startsWith("^")) writer.note(next.label.slice(1));
        else stack.push(...next.children.toReversed());
        break;
      case "image":
      case "imageReference":
        writer.say(` ${next.alt ?? ""} `);
        break;
      default:
        if ("children" in next) stack.push(...next.children.toReversed());
    }
  }
  for (const _ of tags) writer.close();
  return writer.finish();
}

function sayWithoutNotes(text: string, writer: CellWriter): void {
  let at = 0;
  for (const found of text.matchAll(/\[\^([^\]\s]{1,40})\]/g)) {
    writer.say(text.slice(at, found.index));
    writer.note(found[1] ?? "");
    at = found.index + found[0].length;
  }
  writer.say(text.slice(at));
}

function sayTag(html: string, tags: string[], writer: CellWriter): void {
  const [, slash = "", name = ""] = /^<(\/?)([a-z]+)/i.exec(html) ?? [];
  const tag = name.toLowerCase();
  if (tag === "br" || tag === "img") writer.say(" ");
  const part = Object.hasOwn(partsOfTags, tag) ? partsOfTags[tag] : undefined;
  if (part === undefined) return;
  if (slash === "") {
    tags.push(tag);
    writer.open([part]);
  } else if (tags.at(-1) === tag) {
    tags.pop();
    writer.close();
  }
}
