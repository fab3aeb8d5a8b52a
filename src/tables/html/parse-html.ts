import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse } from "parse5";
import { ReadError } from "../source-table.ts";
import type { SourceText } from "../source-text.ts";

export type HtmlElement = DefaultTreeAdapterTypes.Element;
export type HtmlNode = DefaultTreeAdapterTypes.ChildNode;
export type HtmlParent = DefaultTreeAdapterTypes.ParentNode;

const mostElements = 2_000_000;

/**
 * Parses as browsers do, but within limits: parse5 bounds neither depth nor the copies that misnested formatting makes.
 * Throws a ReadError past them.
 */
export function parseHtml(source: SourceText, limits: { readonly depth: number }): DefaultTreeAdapterTypes.Document {
  const { file } = source.locate(0);
  let [elements, depth] = [0, 0];
  return parse(source.text, {
    sourceCodeLocationInfo: true,
    treeAdapter: {
      ...defaultTreeAdapter,
      createElement: (...given) => {
        elements += 1;
        if (elements > mostElements)
          throw new ReadError(`${file} has more than ${mostElements} elements; give the tables alone`);
        return defaultTreeAdapter.createElement(...given);
      },
      onItemPush: () => {
        depth += 1;
        if (depth > limits.depth)
          throw new ReadError(`${file} nests elements deeper than ${limits.depth}; give the tables alone`);
      },
      onItemPop: () => {
        depth -= 1;
      },
    },
  });
}
