import { claimsOfTable1, textClaims } from "./example-claims.ts";
import { importLines, type Origin } from "./origin.ts";
import type { ScaffoldedFile } from "./scaffolded-file.ts";

/** The files of a new paper: a table of three methods, and one claim of each kind about it, to be replaced. */
export function paperFiles(id: string, origin: Origin): readonly ScaffoldedFile[] {
  const files: Readonly<Record<string, string>> = {
    "paper.ts": paperModule(id, origin),
    "tables.ts": `${tablesHead(origin)}\n${tableEntry({ variable: "table1", name: "Table 1", caption: "Accuracy on three data sets, in percent.", file: "tables/table1.csv" })}`,
    "tables/table1.csv": table1,
    "table1.ts": claimsOfTable1(origin),
    "text.ts": textClaims(origin),
    "hyperparameters.ts": hyperparameters(origin),
    "difficulty.ts": difficulty(origin),
    [`${id}.test.ts`]: testModule(origin),
  };
  return Object.entries(files).map(([name, text]) => ({ path: `claims/${id}/${name}`, text }));
}

/** How a paper's tables.ts begins. */
export function tablesHead(origin: Origin): string {
  return `${importLines(origin, [
    { names: ["readTable"], module: "src/tables/read-table.ts" },
    { names: ["type Table"], module: "src/tables/table.ts" },
  ])}\n`;
}

/** The entry of one table in a paper's tables.ts. */
export function tableEntry(entry: {
  readonly variable: string;
  readonly name: string;
  readonly caption: string;
  readonly file: string;
}): string {
  return `export const ${entry.variable}: Table = readTable({
  name: ${JSON.stringify(entry.name)},
  caption: ${JSON.stringify(entry.caption)},
  file: new URL(${JSON.stringify(`./${entry.file}`)}, import.meta.url),
});
`;
}

const table1 = `Method,CIFAR-10,CIFAR-100,SVHN,Average
Baseline,80.0,60.0,70.0,70.0
Ours,81.2,61.2,71.2,71.2
"Ours, pretrained",83.5,64.1,72.6,73.4
`;

function paperModule(id: string, origin: Origin): string {
  return `${importLines(origin, [{ names: ["definePaper", "type Paper"], module: "src/paper/paper.ts" }])}
import { difficulty } from "./difficulty.ts";
import { hyperparameters } from "./hyperparameters.ts";
import { claimsOfTable1 } from "./table1.ts";
import * as tables from "./tables.ts";
import { text } from "./text.ts";

export const paper: Paper = definePaper({
  id: "${id}",
  citation: { title: "An invented paper, to be replaced", authors: ["A. Author"], venue: "unpublished", year: 2024 },
  provenance: [
    { source: "nothing: the example is invented", method: "typed", caveats: ["Replace it by what you transcribe."] },
  ],
  narrative: {
    scope: "Which of the paper's numbers and sentences are looked at.",
    methodology: "Printed numbers are decided from what is printed, exactly.",
    easy: ["The table is complete."],
    difficult: ["The paper does not say how many runs a number is the mean of."],
    communication: "None: the authors were not contacted.",
  },
  tables: Object.values(tables),
  claims: [...claimsOfTable1, ...text],
  hyperparameters,
  difficulty,
});
`;
}

function hyperparameters(origin: Origin): string {
  return `${importLines(origin, [{ names: ["type ExperimentHyperparameters"], module: "src/paper/paper.ts" }])}

/** As the paper gives them; what it leaves out is assumed, with the reason. */
export const hyperparameters: readonly ExperimentHyperparameters[] = [
  {
    experiment: "ours",
    hyperparameters: [
      { name: "epochs", value: 50, source: { kind: "paper", locus: "Section 2, sentence 1" } },
      { name: "batch size", value: 128, source: { kind: "assumed", reason: "the paper gives none" } },
    ],
  },
];
`;
}

function difficulty(origin: Origin): string {
  return `${importLines(origin, [{ names: ["type DifficultyTable"], module: "src/paper/difficulty.ts" }])}

/** How hard the paper is to reproduce, by its raters. */
export const difficulty: DifficultyTable = {
  raters: "one reader of the paper",
  scheme: {
    report: "how well the paper describes the experiment: 1 well, 2 adequately, 3 insufficiently",
    code: "how easily the code is found and understood: 1 well, 2 adequately, 3 insufficiently",
    compute: "time for one headline result: 1 below 1 h, 2 from 1 to 12 h, 3 above 12 h",
  },
  ratings: [
    {
      experiment: "ours",
      report: 2,
      code: 3,
      compute: 1,
      attempted: false,
      reasons: {
        report: "the batch size is not given",
        code: "no code is published",
        compute: "50 epochs of a small network take minutes",
      },
    },
  ],
};
`;
}

function testModule(origin: Origin): string {
  const from = origin === "package" ? "paper-assay/vitest" : "../../src/vitest/claim-tests.ts";
  return `import { claimTests } from "${from}";
import { paper } from "./paper.ts";

await claimTests(paper, new URL("./evidence/", import.meta.url));
`;
}
