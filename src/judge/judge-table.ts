import { benjaminiHochberg } from "../stats/benjamini-hochberg.ts";
import { holm } from "../stats/holm.ts";
import type { Judgement, MeasurementVerdict } from "./judgement.ts";

const CELLS_BEFORE_FALSE_DISCOVERY = 50;

/** A judged cell among its table's. */
export interface TableCell {
  readonly id: string;
  readonly judgement: Judgement;
  /** p of the refutation, adjusted by Holm over all cells that could be tested; absent where the cell could not. */
  readonly pHolm?: number;
  /** Adjusted by Benjamini and Hochberg; only in tables of more than 50 tested cells. */
  readonly pBenjaminiHochberg?: number;
  /** Refuted by itself, and still after Holm's adjustment. */
  readonly refutedAfterHolm: boolean;
}

/** All cells of a table with the counts of their verdicts; a table has no verdict of its own. */
export interface TableJudgement {
  readonly counts: Readonly<Record<MeasurementVerdict, number>>;
  /** Every cell reproduced: an intersection-union test, which needs no correction. */
  readonly whollyReproduced: boolean;
  readonly cells: readonly TableCell[];
}

/**
 * Takes the cells of one table together, so that one refutation among many is not taken for more than it is.
 *
 * @example
 * const judgement = judgeMeasurement({ value: 7, halfUnit: 0.5 }, { values: [6.9, 7.1, 7] }, { claimMargin: 1 });
 * judgeTable([{ id: "MNIST", judgement }]).counts; // => { reproduced: 1, refuted: 0, inconclusive: 0 }
 */
export function judgeTable(cells: readonly { readonly id: string; readonly judgement: Judgement }[]): TableJudgement {
  const tested = cells.flatMap(({ id, judgement: { pRefute } }) => (pRefute === undefined ? [] : [{ id, pRefute }]));
  const pValues = tested.map(({ pRefute }) => pRefute);
  const stepDown = byId(tested, holm(pValues));
  const stepUp = byId(tested, tested.length > CELLS_BEFORE_FALSE_DISCOVERY ? benjaminiHochberg(pValues) : []);
  const counts = { reproduced: 0, refuted: 0, inconclusive: 0 };
  for (const { judgement } of cells) counts[judgement.verdict]++;
  return {
    counts,
    whollyReproduced: cells.length > 0 && counts.reproduced === cells.length,
    cells: cells.map(({ id, judgement }): TableCell => {
      const pHolm = stepDown.get(id);
      const pBenjaminiHochberg = stepUp.get(id);
      return {
        id,
        judgement,
        ...(pHolm !== undefined && { pHolm }),
        ...(pBenjaminiHochberg !== undefined && { pBenjaminiHochberg }),
        refutedAfterHolm: judgement.verdict === "refuted" && pHolm !== undefined && pHolm < judgement.alpha,
      };
    }),
  };
}

function byId(tested: readonly { readonly id: string }[], adjusted: readonly number[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const [index, value] of adjusted.entries()) {
    const id = tested[index]?.id;
    if (id === undefined) continue;
    if (found.has(id)) throw new RangeError(`judgeTable: cell "${id}" is given twice; give each cell its own id`);
    found.set(id, value);
  }
  return found;
}
