import type { Claim, Examples, PrintedRunsBasis } from "../../src/paper/claim.ts";
import type { Table } from "../../src/tables/table.ts";
import { type ClassTable, classesOf, idOf, nameOf, runs } from "./tables.ts";

/** Images of each digit in MNIST's official test set. */
const digitsTested = [980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009] as const;

const imagesOfAClassOfCifar10 = 1000;

const classes = digitsTested.map((_, index) => index);

const source =
  "all test images of the class and as many others, as the official code draws them (unseeded); it is assumed that report and paper did so too";

const wouldExplain = [
  "Another checkpoint was kept: the official code lowers its bar at every epoch, but saves at every fifth only, so that the epoch it keeps can be an early one.",
  "The code, its dependencies or the data preparation differ: the report fixed the code and does not list how.",
  "Runs that either succeed or collapse altogether, as runs of ours of ten epochs do: then one spread for all classes is not the right model. Yet both runs would have had to collapse on the same classes, and the paper's on none, which for one class happens in 4 of 27 cases at most, and for four independent ones once in some 2,000.",
];

/**
 * For each class: is the paper's number what another seed would give? The report suspects the seed; its two runs show how
 * far seeds move a result.
 */
export function seedClaims({ id, dataset, table }: ClassTable): readonly Claim[] {
  return classesOf(table).map((row, index): Claim => {
    const cell = table.cell(row, "In the Paper");
    return {
      id: `${id}.${idOf(row)}.seed`,
      at: cell,
      states: `The paper's ${cell.text} for ${nameOf(row)} on ${dataset} differs from run 1 and run 2 by no more than the random seed makes.`,
      printed: `${cell.text}; run 1: ${table.cell(row, "Run 1").text}, run 2: ${table.cell(row, "Run 2").text}`,
      basis: basisOf(table, row, testedOf(id, index)),
      related: ["p5.seed"],
    };
  });
}

/** The images behind the area of a class; behind the mean of all, those of the smallest, as if all erred alike. */
export function examplesBehind(id: ClassTable["id"], index?: number): Examples {
  return examplesOf(index === undefined ? Math.min(...classes.map((each) => testedOf(id, each))) : testedOf(id, index));
}

function testedOf(id: ClassTable["id"], index: number): number {
  return id === "mnist" ? (digitsTested[index] ?? 0) : imagesOfAClassOfCifar10;
}

function examplesOf(tested: number): Examples {
  return { kind: "area", positives: tested, negatives: tested, scale: 1, source: `${tested} + ${tested}: ${source}` };
}

function basisOf(table: Table, row: string, tested: number): PrintedRunsBasis {
  const runsOf = (name: string) => runs.map((run) => table.cell(name, run).printed());
  return {
    kind: "printed-runs",
    reported: table.cell(row, "In the Paper").printed(),
    runs: runsOf(row),
    family: classesOf(table).map((label) => ({ label, runs: runsOf(label) })),
    boundary: "0.99",
    margin: { value: "0", reason: "the sentence names nothing but the seed" },
    examples: examplesOf(tested),
    wouldExplain,
  };
}
