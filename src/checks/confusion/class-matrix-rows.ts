import { closed } from "../../numbers/interval.ts";
import { one, type Rational, rational, zero } from "../../numbers/rational.ts";
import type { LinearRow } from "./integer-search.ts";

/** As many false examples as missed ones; a class's errors, missed or false, are at most all errors (each is one entry). */
export function classMatrixRows(fold: number, folds: number, classes: number, size: number): readonly LinearRow[] {
  const blank = (): Rational[] => new Array<Rational>(folds * 2 * classes).fill(zero);
  const start = fold * 2 * classes;
  const balance = blank();
  for (let index = 0; index < classes; index++) {
    balance[start + index] = rational(-1, size);
    balance[start + classes + index] = rational(1, size);
  }
  const room = Array.from({ length: classes }, (_, index) => {
    const weights = blank();
    for (let other = 0; other < classes; other++) if (other !== index) weights[start + other] = rational(1, size);
    weights[start + classes + index] = rational(-1, size);
    return { weights, interval: closed(zero, one) };
  });
  return [{ weights: balance, interval: closed(zero, zero) }, ...room];
}
