import type { PowerLine, Share } from "./power-line.ts";
import { powerOfLists } from "./power-of-lists.ts";
import { powerOfSamples } from "./power-of-samples.ts";
import { powerOfScores } from "./power-of-scores.ts";

/** The table of power as docs/checks.md prints it. */
export function powerTable(): string {
  const lines = [...powerOfLists(), ...powerOfSamples(), ...powerOfScores()];
  return [
    "| check and what is printed | last digit: inconsistent | by default | slip: inconsistent | by default |",
    "| --- | --- | --- | --- | --- |",
    ...lines.map(rowOf),
  ].join("\n");
}

function rowOf({ what, last, slip }: PowerLine): string {
  const cells = ({ inconsistent, byDefault }: Share) => `${inconsistent} % | ${byDefault} %`;
  return `| ${what} | ${cells(last)} | ${cells(slip)} |`;
}
