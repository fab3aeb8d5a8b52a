export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  readonly text: string;
}

/** A strict reader of small XML documents: elements, attributes in double quotes, text and the predefined entities. */
export function parseXml(xml: string): XmlElement {
  let rest = xml;
  const take = (pattern: RegExp): RegExpExecArray | undefined => {
    const match = new RegExp(`^(?:${pattern.source})`, "u").exec(rest) ?? undefined;
    if (match !== undefined) rest = rest.slice(match[0].length);
    return match;
  };
  const element = (): XmlElement => {
    const open = take(/<([\w-]+)((?:\s+[\w-]+="[^"<]*")*)\s*(\/?)>/);
    if (open === undefined) throw new Error(`expected an element at: ${rest.slice(0, 60)}`);
    const [, name = "", given = "", empty] = open;
    const attributes: Record<string, string> = {};
    for (const [, key = "", value = ""] of given.matchAll(/([\w-]+)="([^"]*)"/gu)) {
      if (key in attributes) throw new Error(`attribute ${key} stands twice`);
      attributes[key] = unescaped(value);
    }
    const children: XmlElement[] = [];
    let text = "";
    if (empty === "/") return { name, attributes, children, text };
    for (;;) {
      const words = take(/[^<]+/)?.[0] ?? "";
      if (words.includes("]]>")) throw new Error("text holds ]]>");
      text += words;
      const close = take(/<\/([\w-]+)>/);
      if (close === undefined) children.push(element());
      else if (close[1] === name)
        return { name, attributes, children, text: children.length > 0 ? "" : unescaped(text) };
      else throw new Error(`</${close[1]}> closes <${name}>`);
    }
  };
  take(/<\?xml version="1\.0" encoding="UTF-8"\?>\s*/);
  const root = element();
  take(/\s*/);
  if (rest !== "") throw new Error(`something follows the root: ${rest.slice(0, 60)}`);
  return root;
}

function unescaped(text: string): string {
  if (/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u.test(text))
    throw new Error("a character that XML forbids");
  return text.replaceAll(/&([^;]*);?/g, (whole, name: string) => {
    const known: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', "#10": "\n" };
    const character = whole.endsWith(";") ? known[name] : undefined;
    if (character === undefined) throw new Error(`${whole} is no entity`);
    return character;
  });
}
