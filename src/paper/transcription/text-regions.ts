/** A text as it is compared: markup of emphasis dropped, spaces single; with where each character came from. */
export interface PlainText {
  readonly text: string;
  readonly origin: (at: number) => number;
}

/** Drops `*`, `$`, `\`, backquotes and superscript tags, joins spaces, and lowers letters; digits and signs stay. */
export function plainText(source: string): PlainText {
  const places: number[] = [];
  let text = "";
  const push = (character: string, at: number): void => {
    text += character;
    places.push(at);
  };
  for (let at = 0; at < source.length; at++) {
    const tag = source[at] === "<" ? /^<\/?(?:sup|sub|b|i|em)>/.exec(source.slice(at, at + 6)) : null;
    if (tag !== null) {
      at += tag[0].length - 1;
      continue;
    }
    const character = source[at] as string;
    if (/[*$\\`_{}]/.test(character)) continue;
    if (/\s/.test(character)) {
      if (!text.endsWith(" ")) push(" ", at);
    } else push(alike[character] ?? character.toLowerCase(), at);
  }
  return { text, origin: (at) => places[Math.min(at, places.length - 1)] ?? 0 };
}

/** Signs that different editions of one text print differently. */
const alike: Readonly<Record<string, string>> = {
  "−": "-",
  "–": "-",
  "—": "-",
  "‐": "-",
  "’": "'",
  "‘": "'",
  "“": '"',
  "”": '"',
  "×": "x",
  "∼": "~",
};

/** A stretch of a text, from its first character to behind its last. */
export interface Region {
  readonly start: number;
  readonly end: number;
}

/**
 * The stretches of a text by the names that loci use: sections by number (`3.2`) or title (`Abstract`), paragraphs
 * (`Paragraph 8`) counted from the first below the title.
 */
export function regionsOf(source: string): ReadonlyMap<string, Region> {
  const regions = new Map<string, Region>();
  const headings = [...source.matchAll(/^[#\s]*\**(?:(\d+(?:\.\d+)*)\.?\s+)?(\p{Lu}[^\n.:]{2,90}?)\**\s*$/gmu)].filter(
    (heading) =>
      standsAlone(source, heading) &&
      (heading[1] !== undefined || /^\s*#|^\**(?:abstract|references)/i.test(heading[0].trim())),
  );
  headings.forEach((heading, index) => {
    const [, number, title = ""] = heading;
    const start = heading.index;
    // A section holds its subsections.
    const next = headings
      .slice(index + 1)
      .find(([, other]) => number === undefined || other === undefined || !other.startsWith(`${number}.`));
    const region = { start, end: next?.index ?? source.length };
    for (const name of [number, title.trim().toLowerCase()])
      if (name !== undefined && !regions.has(name)) regions.set(name, region);
  });
  let paragraph = 0;
  for (const match of source.matchAll(/(?:[^\n]*\S[^\n]*\n?)+/g)) {
    regions.set(`paragraph ${paragraph}`, { start: match.index, end: match.index + match[0].length });
    paragraph++;
  }
  return regions;
}

/** Whether a line is a paragraph of its own: the lines of a numbered list are not. */
function standsAlone(source: string, { 0: whole, index }: RegExpExecArray): boolean {
  const before = source.slice(0, index + whole.length - whole.trimStart().length);
  return (
    /(?:^|\n[^\S\n]*\n)[^\S\n]*$/.test(before) &&
    /^[^\S\n]*(?:\n\s*\n|\s*$)/.test(source.slice(index + whole.trimEnd().length))
  );
}

/** Where the references begin; the end of a text without any. */
export function endOfRunningText(source: string): number {
  return /^[#\s]*\**references\**\s*$/im.exec(source)?.index ?? source.length;
}
