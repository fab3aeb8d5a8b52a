import { checkMean } from "../checks/mean.ts";
import type { Decimal } from "../numbers/decimal.ts";
import { addsToZero } from "./linear/linear-relation.ts";
import { meanChance } from "./linear/mean-chance.ts";
import type { LineCells, Relation } from "./relation.ts";

/** The first cell of every line as the mean of its other cells, which need not be as many in every line. */
export function averageOfCells(words: string, lines: LineCells): Relation {
  return {
    words,
    asked: false,
    lines,
    fits: (values, loosely) =>
      addsToZero(
        values.map((value, at) => ({ value, factor: at === 0 ? 1 - values.length : 1 })),
        loosely ? "any rule" : "nearest",
      ),
    chance: meanChance,
    judge: ([reported, ...cells], rules) =>
      checkMean({
        cells: cells.map((value, at) => ({ label: String(at + 1), value })),
        reported: reported as Decimal,
        ...(rules === undefined ? {} : { rules }),
      }),
  };
}
