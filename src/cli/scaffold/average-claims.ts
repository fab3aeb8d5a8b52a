import type { TableReading } from "../../tables/table-reading.ts";
import { importLines, type Origin } from "./origin.ts";

/** Claims that a table makes by itself, as a module; and how many. */
export interface DraftedClaims {
  readonly text: string;
  readonly count: number;
}

/**
 * A module with one claim per row for every column that its name, its place and its numbers tell to be the average or
 * the total of others; undefined where there is none.
 */
export function averageClaims(
  { rows, columns, cell }: TableReading,
  { variable, origin }: { readonly variable: string; readonly origin: Origin },
): DraftedClaims | undefined {
  const drafts = columns.flatMap(({ index, name, role, over }) => {
    if ((role !== "average" && role !== "total") || over === undefined) return [];
    const parts = columns.filter((column) => over.includes(column.index));
    const whole = rows.filter((row) =>
      [index, ...over].every((column) => cell(row.index, column).reading.kind === "number"),
    );
    if (parts.length < 2 || whole.length === 0) return [];
    return [{ role, column: name, parts: parts.map((part) => part.name), rows: whole.map((row) => row.name) }];
  });
  if (drafts.length === 0) return undefined;
  const ids = idGiver();
  const count = drafts.reduce((sum, draft) => sum + draft.rows.length, 0);
  const roles = new Set(drafts.map(({ role }) => role));
  const imports = importLines(origin, [
    ...(roles.has("average") ? [{ names: ["checkMean"], module: "src/checks/mean.ts" }] : []),
    ...(roles.has("total") ? [{ names: ["checkSum"], module: "src/checks/sum.ts" }] : []),
    { names: ["type Claim"], module: "src/paper/claim.ts" },
  ]);
  const groups = drafts.map((draft, index) => groupOf(draft, index + 1, variable, ids)).join("\n");
  const names = drafts.map((_, index) => `...claims${index + 1}`).join(", ");
  const text = `${imports}
import { ${variable} } from "./tables.ts";

${groups}
/** Drafted from what the columns are called; look at each before you rely on it. */
export const ${variable}Claims: readonly Claim[] = [${names}];
`;
  return { text, count };
}

interface Draft {
  readonly role: "average" | "total";
  readonly column: string;
  readonly parts: readonly string[];
  readonly rows: readonly string[];
}

function groupOf(draft: Draft, group: number, variable: string, idOf: (...words: readonly string[]) => string): string {
  const { role, column, parts, rows } = draft;
  const what = role === "average" ? "mean" : "sum";
  const entries = rows.map((row) => `  [${JSON.stringify(idOf(variable, column, row))}, ${JSON.stringify(row)}],`);
  const list = `parts${group}.map((column) => ({ label: column, value: ${variable}.cell(row, column).printed().value }))`;
  const [check, input] = role === "average" ? ["checkMean", "cells"] : ["checkSum", "parts"];
  return `const parts${group} = [${parts.map((part) => JSON.stringify(part)).join(", ")}];

const rows${group} = [
${entries.join("\n")}
] as const;

const claims${group} = rows${group}.map(
  ([id, row]): Claim => ({
    id,
    at: ${variable}.cell(row, ${JSON.stringify(column)}),
    states: \`\${row}: ${escaped(column)} is the ${what} of ${parts.length} cells of its row.\`,
    basis: {
      kind: "printed",
      check: () =>
        ${check}({
          ${input}: ${list},
          reported: ${variable}.cell(row, ${JSON.stringify(column)}).printed().value,
        }),
    },
  }),
);
`;
}

function escaped(text: string): string {
  return text.replaceAll(/[`\\]|\$\{/g, (sign) => `\\${sign}`);
}

/** Ids of claims from names: lower-case words, each id once. */
function idGiver(): (...words: readonly string[]) => string {
  const given = new Set<string>();
  return (...words) => {
    const slugs = words.map((word) =>
      word
        .toLowerCase()
        .replaceAll(/[^a-z0-9]+/g, "-")
        .replaceAll(/^-|-$/g, ""),
    );
    const id = slugs.filter((slug) => slug !== "").join(".");
    let unique = id;
    for (let repeat = 2; given.has(unique); repeat++) unique = `${id}.${repeat}`;
    given.add(unique);
    return unique;
  };
}
