import type { Claim } from "../claim.ts";
import { describeLocus } from "../locus.ts";
import type { Paper } from "../paper.ts";
import { type EncodedRow, findRows } from "./find-rows.ts";
import { digitsOf, type NumberToken, numberTokens } from "./number-tokens.ts";
import { endOfRunningText, type PlainText, plainText, type Region, regionsOf } from "./text-regions.ts";
import { type UncountedKind, uncountedKind } from "./uncounted.ts";

/** Something that the transcription has and the text lacks at its place. */
export interface Unfound {
  /** Whose: a claim's id, or a table's row. */
  readonly what: string;
  readonly locus: string;
  readonly printed: string;
  /** Whether it stands elsewhere in the text. */
  readonly elsewhere: boolean;
}

/** A number of the text that no claim covers. */
export interface Uncovered {
  readonly text: string;
  readonly line: number;
  readonly context: string;
}

export interface TranscriptionComparison {
  /** Rows of tables and printed words of claims, and how many of them were found at their places. */
  readonly encoded: number;
  readonly found: number;
  readonly unfound: readonly Unfound[];
  /** Tables that the paper says are printed elsewhere, with where: they were not looked for. */
  readonly elsewhere: Readonly<Record<string, string>>;
  /** Numbers of the running text that may claim something, and how many of them a claim covers. */
  readonly numbers: number;
  readonly covered: number;
  readonly uncovered: readonly Uncovered[];
  /** Numbers left out, by why. */
  readonly uncounted: Readonly<Partial<Record<UncountedKind, number>>>;
}

/**
 * Holds a transcription against the paper's text: every row of its tables and the printed words of its claims must stand
 * in the text at their loci, and every number of the text before its references should be covered: by a row, by the
 * printed words of a claim, or by a claim of that section that states it. A number that claims nothing (a year, a name, a
 * citation, a reference) is left out by kind; the paper adds its own.
 */
export function verifyTranscription(paper: Paper, source: string): TranscriptionComparison {
  const end = endOfRunningText(source);
  const regions = regionsOf(source);
  const plain = plainText(source);
  const rows = findRows(
    paper.tables.filter(({ name }) => paper.transcription?.elsewhere?.[name] === undefined),
    source,
  );
  const quotes = paper.claims.flatMap((claim) => quoteOf(paper, claim, plain, regions));
  const covered = new Set<number>([
    ...rows.flatMap(({ covers }) => covers),
    ...quotes.flatMap(({ at }) => (at === undefined ? [] : startsIn(source, at))),
    ...paper.claims.flatMap((claim) => statedStarts(claim, source, regions)),
  ]);
  const own = (paper.transcription?.uncounted ?? []).flatMap(({ kind, printed }) =>
    placesOf(printed, plain).flatMap((at) => startsIn(source, at).map((start) => [start, kind] as const)),
  );
  const ownKinds = new Map(own);
  const uncounted: Partial<Record<UncountedKind, number>> = {};
  const counting: NumberToken[] = [];
  for (const token of numberTokens(source.slice(0, end))) {
    const kind = covered.has(token.start) ? undefined : (ownKinds.get(token.start) ?? uncountedKind(source, token));
    if (kind === undefined) counting.push(token);
    else uncounted[kind] = (uncounted[kind] ?? 0) + 1;
  }
  const uncovered = counting.filter(({ start }) => !covered.has(start));
  const unfound = [
    ...rows.flatMap(unfoundRow),
    ...quotes.flatMap(({ missing }) => (missing === undefined ? [] : [missing])),
  ];
  const encoded = rows.length + quotes.length;
  return {
    encoded,
    found: encoded - unfound.length,
    unfound,
    elsewhere: paper.transcription?.elsewhere ?? {},
    numbers: counting.length,
    covered: counting.length - uncovered.length,
    uncovered: uncovered.map((token) => inContext(source, token)),
    uncounted,
  };
}

interface Quote {
  /** Where the printed words stand, the claim's place first. */
  readonly at?: Region;
  readonly missing?: Unfound;
}

/** The printed words of a claim, looked for at its place first; what stands in a table is looked for with its rows. */
function quoteOf(paper: Paper, claim: Claim, plain: PlainText, regions: ReadonlyMap<string, Region>): readonly Quote[] {
  const { id, at, printed } = claim;
  if (printed === undefined || at.kind === "cell") return [];
  if (at.kind === "table" && isOfTable(paper, at.table, printed)) return [];
  const places = placesOf(printed, plain);
  const region = regionOf(claim, regions);
  const here = places.find((place) => region === undefined || (place.start >= region.start && place.end <= region.end));
  if (here !== undefined) return [{ at: here }];
  const [other] = places;
  const missing = { what: id, locus: describeLocus(at), printed, elsewhere: other !== undefined };
  return [{ missing, ...(other === undefined ? {} : { at: other }) }];
}

/** Whether each piece of the printed words is in a cell or a name of the table, or the table is printed elsewhere. */
function isOfTable({ tables, transcription }: Paper, name: string, printed: string): boolean {
  if (transcription?.elsewhere?.[name] !== undefined) return true;
  const table = tables.find((one) => one.name === name);
  if (table === undefined) return false;
  const words = [...table.rowNames.flatMap((row) => [row, ...table.row(row).map(({ text }) => text)]), table.caption];
  const pieces = printed.split(/[\s,;:]+/).filter((piece) => piece !== "");
  return pieces.every((piece) => words.some((word) => word.includes(piece)));
}

/** Numbers of a claim's own words, where the section that it stands in prints them. */
function statedStarts(claim: Claim, source: string, regions: ReadonlyMap<string, Region>): readonly number[] {
  const region = regionOf(claim, regions);
  if (region === undefined) return [];
  const stated = new Set(numberTokens(`${claim.states} ${claim.printed ?? ""}`).map(({ text }) => digitsOf(text)));
  return numberTokens(source.slice(region.start, region.end))
    .filter(({ text }) => stated.has(digitsOf(text)))
    .map(({ start }) => region.start + start);
}

function regionOf({ at }: Claim, regions: ReadonlyMap<string, Region>): Region | undefined {
  return at.kind === "sentence" ? regions.get(at.section.toLowerCase()) : undefined;
}

/** Every place where words are printed, however they are spaced or set. */
function placesOf(printed: string, { text, origin }: PlainText): readonly Region[] {
  const wanted = plainText(printed).text.trim();
  if (wanted === "") return [];
  const places: Region[] = [];
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1))
    places.push({ start: origin(at), end: origin(at + wanted.length - 1) + 1 });
  return places;
}

function startsIn(source: string, { start, end }: Region): readonly number[] {
  return numberTokens(source.slice(start, end)).map((token) => start + token.start);
}

function unfoundRow({ table, row, numbers, found, elsewhere }: EncodedRow): readonly Unfound[] {
  if (found) return [];
  return [{ what: `${table}, row "${row}"`, locus: table, printed: numbers.join(" "), elsewhere }];
}

function inContext(source: string, { text, start, end }: NumberToken): Uncovered {
  const line = source.slice(0, start).split("\n").length;
  const around = source.slice(Math.max(0, start - 40), Math.min(source.length, end + 40));
  return { text, line, context: around.replaceAll(/\s+/g, " ").trim() };
}
