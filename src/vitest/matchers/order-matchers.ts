import { type BestAtInput, checkBestAt } from "../../checks/best-at.ts";
import { checkEmphasisedBest } from "../../checks/emphasised-best.ts";
import type { MarkedCell, MarksInput } from "../../checks/mark-scale.ts";
import { checkMarks } from "../../checks/marks.ts";
import { checkOrder, type OrderInput } from "../../checks/order.ts";
import { checkOutperforms, type OutperformsInput } from "../../checks/outperforms.ts";
import { checkRanks, type RanksInput } from "../../checks/ranks.ts";
import { checkWiderSpread } from "../../checks/wider-spread.ts";
import { decimal, decimals, labelled, listOf, reading } from "./as-printed.ts";
import { matchers } from "./matcher.ts";

/** A cell's number, what it is compared with, and the mark that it got. */
export type PrintedMark = Pick<MarkedCell, "mark"> & { readonly value: string; readonly reference: string };

/** The ends of a distance, as the claim reads its words. */
interface Distance {
  readonly by?: { readonly atLeast?: string; readonly atMost?: string };
}

interface Direction {
  /** Absent: yes. */
  readonly higherIsBetter?: boolean;
}

/** Orders, ranks and marks. */
export const orderMatchers = matchers({
  /** The printed numbers have the printed ranks, the greatest first unless the direction is `ascending`. */
  toHaveRanks: {
    example: 'expect(["90.1", "88.4", "92.0"]).toHaveRanks(["2", "3", "1"])',
    ask: (received, printed: readonly string[], options: Partial<Omit<RanksInput, "items">> = {}) => {
      const [values, ranks] = [labelled(received), decimals(printed)];
      const items = values.flatMap((item, index) => {
        const rank = ranks[index];
        return rank === undefined ? [] : [{ ...item, rank }];
      });
      if (ranks.length !== values.length)
        throw new TypeError(`${values.length} numbers have ${ranks.length} ranks; give one for each`);
      return checkRanks({ direction: "descending", ...options, items });
    },
  },
  /** The printed number is better than all others, or with `strict: false` as good. */
  toBeBestOf: {
    example: 'expect("92.5").toBeBestOf(["92.4", "90.1"])',
    ask: (
      received,
      others: readonly string[],
      options: Direction & Omit<BestAtInput, "candidate" | "others" | "higherIsBetter"> = {},
    ) =>
      checkBestAt({
        higherIsBetter: true,
        ...options,
        candidate: { label: "received", value: decimal(received) },
        others: labelled(others, "other"),
      }),
  },
  /** Of the numbers set apart (bold), one is as good as any other. */
  toHoldTheBestOf: {
    example: 'expect(["92.5"]).toHoldTheBestOf(["92.4", "90.1"])',
    ask: (received, others: readonly string[], options: Direction = {}) =>
      checkEmphasisedBest({
        higherIsBetter: true,
        ...options,
        emphasised: labelled(received, "set apart"),
        others: labelled(others, "other"),
      }),
  },
  /** The printed numbers are `increasing` or `decreasing`, each neighbour by so much. */
  toBeInOrder: {
    example: 'expect(["74.5", "86.4"]).toBeInOrder("increasing", { by: { atLeast: "5" } })',
    ask: (
      received,
      relation: OrderInput["relation"],
      { by, ...options }: Distance & Omit<OrderInput, "items" | "relation" | "by"> = {},
    ) =>
      checkOrder({
        ...options,
        items: labelled(received),
        relation,
        ...(by === undefined ? {} : { by: reading(by, "atLeast", "atMost") }),
      }),
  },
  /** One result is better than each of the others in every measure; higher is better. */
  toOutperform: {
    example: 'expect(["97.5", "96.6"]).toOutperform([["96.5", "96.4"]], { measures: ["sensitivity", "specificity"] })',
    ask: (
      received,
      others: readonly (readonly string[])[],
      options: Pick<OutperformsInput, "measures" | "weightings">,
    ) =>
      checkOutperforms({
        ...options,
        winners: [{ label: "received", values: decimals(received) }],
        others: listOf<unknown>(others).map((values, index) => ({
          label: `other ${index + 1}`,
          values: decimals(values),
        })),
      }),
  },
  /** The printed numbers vary more than the others, by their greatest over their least. */
  toVaryMoreThan: {
    example: 'expect(["0.24", "0.34"]).toVaryMoreThan(["1.0", "1.2"])',
    ask: (received, others: readonly string[]) =>
      checkWiderSpread({
        wider: { label: "received", values: decimals(received) },
        narrower: { label: "the others", values: decimals(others) },
      }),
  },
  /** Some thresholds between the marks of the legend put every mark where it is printed. */
  toHaveMarks: {
    example:
      'expect([{ reference: "50.0", value: "52.0", mark: "+" }, { reference: "50.0", value: "50.1", mark: "≈" }]).toHaveMarks({ legend: [{ mark: "≈", meaning: "similar" }, { mark: "+", meaning: "higher" }], scale: "absolute" })',
    ask: (received, options: Omit<MarksInput, "cells">) =>
      checkMarks({
        ...options,
        cells: listOf<PrintedMark>(received).map((cell, index) => ({
          label: `cell ${index + 1}`,
          ...reading(cell, "value", "reference"),
        })),
      }),
  },
});
