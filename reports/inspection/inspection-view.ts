import type {
  Finding,
  FindingPlace,
  FindingStrength,
  LineApart,
  PaperInspection,
  TableInspection,
} from "../../src/inspect/inspection.ts";
import type { ReadProblem } from "../../src/tables/source-table.ts";
import type { Place } from "../../src/tables/source-text.ts";
import type { Line, LineRole } from "../../src/tables/table-reading.ts";

/** A page about inspected tables; every field is text that the template shows as it is. */
export interface InspectionView {
  readonly generator: string;
  readonly title: string;
  readonly summary: string;
  readonly strengths: readonly {
    readonly count: number;
    readonly word: string;
    readonly tone: string;
    readonly meaning: string;
  }[];
  readonly papers: readonly InspectedPaperView[];
}

interface InspectedPaperView {
  readonly heading: string;
  readonly sentences: string;
  readonly findings: readonly FindingView[];
  readonly problems: readonly string[];
  readonly tables: readonly InspectedTableView[];
}

interface InspectedTableView {
  readonly name: string;
  readonly caption: string;
  readonly place: string;
  readonly family: string;
  readonly reading: readonly string[];
  readonly header: readonly string[];
  readonly rows: readonly { readonly name: string; readonly cells: readonly CellView[] }[];
  readonly omitted: string;
  readonly findings: readonly FindingView[];
  readonly problems: readonly string[];
  readonly culprits: readonly string[];
}

interface CellView {
  readonly text: string;
  /** The strength of the gravest finding that accuses it, as a class; empty where there is none. */
  readonly tone: string;
}

interface FindingView {
  readonly tone: string;
  readonly strength: string;
  readonly headline: string;
  readonly place: string;
  readonly explanation: string;
  readonly restsOn: readonly string[];
  readonly rescuedBy: string;
  readonly guesses: readonly string[];
}

const meanings: Readonly<Record<FindingStrength, { readonly tone: string; readonly meaning: string }>> = {
  contradiction: {
    tone: "tone-fails",
    meaning: "impossible under every usual convention, and the table itself confirms what its cells are",
  },
  conditional: { tone: "tone-open", meaning: "impossible by the usual convention, possible under one that is named" },
  suspicion: {
    tone: "tone-open",
    meaning: "impossible if the cells are what their names suggest; nothing confirms it",
  },
  note: { tone: "tone-note", meaning: "worth a look; it accuses nobody" },
};

const strengths: readonly FindingStrength[] = ["contradiction", "conditional", "suspicion", "note"];

/** How many rows of a table are drawn around its findings; the file has them all. */
const shownRows = 200;

/** What a page about inspected papers or tables shows. */
export function inspectionView(
  papers: readonly { readonly name: string; readonly inspection: PaperInspection }[],
  generator: string,
): InspectionView {
  const all = papers.flatMap(({ inspection }) => findingsOf(inspection));
  const counts = strengths.map((strength) => ({
    count: all.filter((finding) => finding.strength === strength).length,
    word: strength,
    ...meanings[strength],
  }));
  const tables = papers.reduce((count, { inspection }) => count + inspection.tables.length, 0);
  return {
    generator,
    title: papers.length === 1 ? (papers[0]?.name ?? "") : `${papers.length} files`,
    summary: `${counted(tables, "table")} read; ${counted(all.length, "finding")}.`,
    strengths: counts,
    papers: papers.map(({ name, inspection }) => paperView(name, inspection)),
  };
}

/** All findings of an inspection: of its tables in their order, then of its sentences. */
export function findingsOf({ tables, findings }: PaperInspection): readonly Finding[] {
  return [...tables.flatMap((table) => table.findings), ...findings];
}

function paperView(name: string, { tables, findings, problems, sentences }: PaperInspection): InspectedPaperView {
  return {
    heading: name,
    sentences:
      sentences.seen === 0
        ? ""
        : `${counted(sentences.seen, "sentence")} with numbers looked at; ${sentences.decided} could be held against a table.`,
    findings: findings.map(findingView),
    problems: problems.map(problemText),
    tables: tables.map(tableView),
  };
}

function tableView({
  reading,
  findings,
  problems,
  notes,
  culprits,
  apart,
  family,
}: TableInspection): InspectedTableView {
  const { table, columns, rows, cell } = reading;
  const drawn = rows.slice(0, shownRows);
  const shown = columns.filter(({ role }) => role !== "name" && role !== "empty");
  return {
    name: table.name,
    caption: table.caption,
    place: placeText(table.place),
    family: family.explanation,
    reading: [...describeLines(columns), ...describeRows(rows), ...describeNotes(notes), ...describeApart(apart)],
    header: shown.map((column) => column.name),
    rows: drawn.map((row) => ({
      name: row.name,
      cells: shown.map((column) => {
        const { source } = cell(row.index, column.index);
        return { text: source.text, tone: toneAt(source.place, findings) };
      }),
    })),
    omitted: rows.length > drawn.length ? `${rows.length - drawn.length} more rows are in the file.` : "",
    findings: findings.map(findingView),
    problems: problems.map(problemText),
    culprits: culprits.map(({ cells, findings: settled, wouldSettle }) => {
      const mended = wouldSettle === undefined ? "" : ` With ${wouldSettle} in its place all of them would hold.`;
      return `${cells.map(cellText).join("; ")}: explains ${counted(settled.length, "finding")}.${mended}`;
    }),
  };
}

/** Lines by what they were taken for, with the reason: `average (its name says so): Avg.`; `word` stands before names. */
export function describeLines(lines: readonly Line[], word = ""): readonly string[] {
  const groups = new Map<string, Line[]>();
  for (const line of lines.filter(({ role }) => role !== "empty")) {
    const unit = line.unit === undefined || line.unit === "other" ? "" : ` in ${line.unit}`;
    const better = line.better === undefined ? "" : `, ${line.better} is better`;
    const { why } = line.basis;
    const key = why.startsWith(`${line.role} `) ? `${why}${unit}${better}` : `${line.role}${unit}${better} (${why})`;
    groups.set(key, [...(groups.get(key) ?? []), line]);
  }
  return [...groups].map(([key, members]) => {
    const names = members.slice(0, 8).map(({ name }) => name);
    const more = members.length > names.length ? ` and ${members.length - names.length} more` : "";
    return `${key}: ${word}${names.join(", ")}${more}`;
  });
}

/** Rows that are taken for something else than scores: `sd (its name says so): row Std`. */
export function describeRows(rows: readonly Line[]): readonly string[] {
  return describeLines(
    rows.filter(({ role }) => role !== "score"),
    "row ",
  );
}

/** Lines that a check passed over, one line a reason: `mean is not asked of row "SD": its name says …; --row "SD=score" asks it`. */
export function describeApart(apart: readonly LineApart[]): readonly string[] {
  const reasons = new Map<string, LineApart[]>();
  for (const one of apart) {
    const key = `${one.check} ${one.lineWord} ${one.why}`;
    reasons.set(key, [...(reasons.get(key) ?? []), one]);
  }
  return [...reasons.values()].flatMap((members) => {
    const [first] = members;
    if (first === undefined) return [];
    const { check, lineWord, why, line } = first;
    const names = members.slice(0, 3).map((one) => `"${one.line}"`);
    const more = members.length > names.length ? ` and ${members.length - names.length} more` : "";
    const what = `${lineWord}${members.length === 1 ? "" : "s"} ${names.join(", ")}${more}`;
    const asks = members.length === 1 ? "asks it" : "asks it of the first";
    return [`${check} is not asked of ${what}: ${why}; ${lineOption(lineWord, line, "score")} ${asks}`];
  });
}

/** The option that says what a line is, as a shell takes it whole: `--row "SD=score"`. */
export function lineOption(lineWord: "row" | "column", name: string, role: LineRole): string {
  const text = `${name}=${role}`;
  const quoted = /["$`\\!]/.test(text) ? `'${text.replaceAll("'", "'\\''")}'` : `"${text}"`;
  return `--${lineWord} ${quoted}`;
}

/** How cells were read, one line a kind: `"¹" is read as a footnote mark, not as a power (a.html:2:15 and 3 more cells)`. */
export function describeNotes(notes: readonly ReadProblem[]): readonly string[] {
  const kinds = new Map<string, { readonly first: ReadProblem; readonly more: number }>();
  for (const note of notes) {
    const kind = note.message.replaceAll(/"[^"]*"/g, "");
    const known = kinds.get(kind);
    kinds.set(kind, known === undefined ? { first: note, more: 0 } : { ...known, more: known.more + 1 });
  }
  return [...kinds.values()].map(({ first: { message, place }, more }) => {
    const others = more === 0 ? "" : ` and ${counted(more, "more cell")}`;
    return `${message} (${placeText(place)}${others})`;
  });
}

function findingView({ strength, headline, result, restsOn, accused }: Finding): FindingView {
  return {
    tone: meanings[strength].tone,
    strength,
    headline,
    place: accused[0] === undefined ? "" : placeText(accused[0].place),
    explanation: furtherExplanation({ headline, result }),
    restsOn,
    rescuedBy: result.rescuedBy.join("; "),
    guesses: result.nearMisses.slice(0, 5),
  };
}

/** What a finding's check says beyond its headline; empty where the headline says it all. */
export function furtherExplanation({ headline, result }: Pick<Finding, "headline" | "result">): string {
  return headline.endsWith(result.explanation) ? "" : result.explanation;
}

function toneAt(place: Place, findings: readonly Finding[]): string {
  const found = strengths.find((strength) =>
    findings.some((finding) => finding.strength === strength && finding.accused.some((one) => same(one.place, place))),
  );
  return found === undefined ? "" : meanings[found].tone;
}

function same(a: Place, b: Place): boolean {
  return a.line === b.line && a.column === b.column && a.file === b.file;
}

export function placeText({ file, line, column }: Place): string {
  return `${file}:${line}:${column}`;
}

export function cellText({ label, text }: FindingPlace): string {
  return `${label}: ${text}`;
}

function problemText({ place, message }: ReadProblem): string {
  return `${placeText(place)}: ${message}`;
}

/** `1 table`, `3 tables`. */
export function counted(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? "" : "s"}`;
}
