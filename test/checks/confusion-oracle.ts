import type { ConfusionScoreName } from "../../src/checks/confusion/score-names.ts";
import { contains, type Interval } from "../../src/numbers/interval.ts";
import {
  add,
  compare,
  divide,
  equal,
  multiply,
  negate,
  one,
  type Rational,
  rational,
  subtract,
  zero,
} from "../../src/numbers/rational.ts";

export interface Matrix {
  readonly tp: number;
  readonly fn: number;
  readonly tn: number;
  readonly fp: number;
}

/** A score by its textbook definition: a fraction, or the square of one with its sign. */
export type ExactScore = { readonly value: Rational } | { readonly square: Rational; readonly sign: number };

/** By the textbook, quotient by quotient; undefined where a quotient is. */
export function exactScore(name: ConfusionScoreName, matrix: Matrix, beta: Rational = one): ExactScore | undefined {
  const { tp, fn, tn, fp } = matrix;
  const over = (top: number, bottom: number): Rational | undefined =>
    bottom === 0 ? undefined : rational(top, bottom);
  const sens = over(tp, tp + fn);
  const spec = over(tn, tn + fp);
  const ppv = over(tp, tp + fp);
  const npv = over(tn, tn + fn);
  const all = tp + fn + tn + fp;
  const accuracy = rational(tp + tn, all);
  const of =
    (...terms: readonly (Rational | undefined)[]) =>
    (f: (...known: Rational[]) => ExactScore | undefined) => {
      const known = terms.filter((term) => term !== undefined);
      return known.length === terms.length ? f(...known) : undefined;
    };
  const plain = (value: Rational | undefined): ExactScore | undefined => (value === undefined ? undefined : { value });
  const first = (value = zero): Rational => value;
  switch (name) {
    case "accuracy":
      return { value: accuracy };
    case "error-rate":
      return { value: subtract(one, accuracy) };
    case "sensitivity":
      return plain(sens);
    case "specificity":
      return plain(spec);
    case "precision":
      return plain(ppv);
    case "npv":
      return plain(npv);
    case "fnr":
      return of(sens)((s) => ({ value: subtract(one, first(s)) }));
    case "fpr":
      return of(spec)((s) => ({ value: subtract(one, first(s)) }));
    case "fdr":
      return of(ppv)((s) => ({ value: subtract(one, first(s)) }));
    case "for":
      return of(npv)((s) => ({ value: subtract(one, first(s)) }));
    case "balanced-accuracy":
      return of(sens, spec)((a, b) => ({ value: divide(add(first(a), first(b)), rational(2)) }));
    case "informedness":
      return of(sens, spec)((a, b) => ({ value: subtract(add(first(a), first(b)), one) }));
    case "markedness":
      return of(ppv, npv)((a, b) => ({ value: subtract(add(first(a), first(b)), one) }));
    case "f-beta": {
      const square = multiply(beta, beta);
      const top = multiply(add(one, square), rational(tp));
      const bottom = add(add(top, multiply(square, rational(fn))), rational(fp));
      return bottom.numerator === 0n ? undefined : { value: divide(top, bottom) };
    }
    case "jaccard":
      return plain(over(tp, tp + fp + fn));
    case "kappa": {
      const chance = rational((tp + fp) * (tp + fn) + (tn + fn) * (tn + fp), all * all);
      return equal(chance, one) ? undefined : { value: divide(subtract(accuracy, chance), subtract(one, chance)) };
    }
    case "positive-likelihood-ratio":
      return of(
        sens,
        spec,
      )((a, b) => (equal(first(b), one) ? undefined : { value: divide(first(a), subtract(one, first(b))) }));
    case "negative-likelihood-ratio":
      return of(
        sens,
        spec,
      )((a, b) => (first(b).numerator === 0n ? undefined : { value: divide(subtract(one, first(a)), first(b)) }));
    case "odds-ratio":
      return plain(over(tp * tn, fp * fn));
    case "g-mean":
      return of(sens, spec)((a, b) => ({ square: multiply(first(a), first(b)), sign: 1 }));
    case "fowlkes-mallows":
      return of(ppv, sens)((a, b) => ({ square: multiply(first(a), first(b)), sign: 1 }));
    case "mcc": {
      const [a, b, c, d] = [BigInt(tp), BigInt(fn), BigInt(tn), BigInt(fp)];
      const z = a * c - d * b;
      const spread = (a + d) * (a + b) * (c + d) * (c + b);
      return spread === 0n ? undefined : { square: rational(z * z, spread), sign: z < 0n ? -1 : 1 };
    }
  }
}

/** Whether a score lies in an interval, by signed squares where it is a root. */
export function liesIn(score: ExactScore, interval: Interval): boolean {
  if ("value" in score) return contains(interval, score.value);
  const signed = (value: Rational): Rational => {
    const square = multiply(value, value);
    return compare(value, zero) < 0 ? negate(square) : square;
  };
  return contains(
    { ...interval, lower: signed(interval.lower), upper: signed(interval.upper) },
    score.sign < 0 ? negate(score.square) : score.square,
  );
}

export function* allMatrices(positives: number, negatives: number): Generator<Matrix> {
  for (let tp = 0; tp <= positives; tp++)
    for (let tn = 0; tn <= negatives; tn++) yield { tp, fn: positives - tp, tn, fp: negatives - tn };
}
