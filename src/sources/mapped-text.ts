import type { SourceText } from "../tables/source-text.ts";

/** A run of a text made from others: copied from `at` on, or, where `moves` is false, put there as a whole. */
interface Segment {
  readonly start: number;
  readonly origin: SourceText;
  readonly at: number;
  readonly moves: boolean;
}

/** A text put together from pieces of others; each piece keeps its place in the file that it came from. */
export interface MappedText extends SourceText {
  readonly segments: readonly Segment[];
}

export interface TextBuilder {
  /** Adds a range of a text; each character keeps its place. */
  readonly copy: (source: SourceText | MappedText, start: number, end: number) => void;
  /** Adds words that stand nowhere themselves, all of them at one place. */
  readonly put: (words: string, source: SourceText | MappedText, at: number) => void;
  readonly length: () => number;
  readonly build: () => MappedText;
}

/**
 * Puts a text together piece by piece. A piece of a mapped text is traced to where it came from at once, so that finding a
 * place costs one binary search however often a text was rewritten.
 */
export function textBuilder(): TextBuilder {
  const parts: string[] = [];
  const segments: Segment[] = [];
  let length = 0;

  const add = (origin: SourceText, at: number, moves: boolean, characters: number, start: number) => {
    if (characters <= 0) return;
    const last = segments.at(-1);
    const continues = last?.origin === origin && last.moves === moves;
    if (continues && (moves ? last.at + (start - last.start) === at : last.at === at)) return;
    segments.push({ start, origin, at, moves });
  };

  const copy = (source: SourceText | MappedText, start: number, end: number) => {
    if (end <= start) return;
    if (!isMapped(source)) add(source, start, true, end - start, length);
    else {
      for (let index = segmentAt(source.segments, start); index < source.segments.length; index++) {
        const segment = source.segments[index];
        if (segment === undefined || segment.start >= end) break;
        const from = Math.max(start, segment.start);
        const to = Math.min(end, source.segments[index + 1]?.start ?? source.text.length);
        const at = segment.moves ? segment.at + from - segment.start : segment.at;
        add(segment.origin, at, segment.moves, to - from, length + from - start);
      }
    }
    parts.push(source.text.slice(start, end));
    length += end - start;
  };

  const put = (words: string, source: SourceText | MappedText, at: number) => {
    const { origin, offset } = originOf(source, at);
    add(origin, offset, false, words.length, length);
    parts.push(words);
    length += words.length;
  };

  return { copy, put, length: () => length, build: () => mappedText(parts.join(""), segments.slice()) };
}

function mappedText(text: string, segments: readonly Segment[]): MappedText {
  const mapped: MappedText = {
    text,
    segments,
    locate: (offset) => {
      const { origin, offset: at } = originOf(mapped, offset);
      return origin.locate(at);
    },
  };
  return mapped;
}

const nowhere: SourceText = { text: "", locate: () => ({ file: "", line: 1, column: 1 }) };

function originOf(source: SourceText | MappedText, offset: number): { origin: SourceText; offset: number } {
  if (!isMapped(source)) return { origin: source, offset };
  const at = Math.max(0, Math.min(offset, source.text.length));
  const segment = source.segments[segmentAt(source.segments, at)];
  if (segment === undefined) return { origin: nowhere, offset: 0 };
  return { origin: segment.origin, offset: segment.moves ? segment.at + at - segment.start : segment.at };
}

function isMapped(source: SourceText | MappedText): source is MappedText {
  return "segments" in source;
}

function segmentAt(segments: readonly Segment[], offset: number): number {
  let [low, high] = [0, segments.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((segments[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
