import { confusionScoreNamed } from "../../checks/confusion/score-names.ts";
import type { ConfusionScore } from "../../checks/confusion.ts";
import type { LabelledValue } from "../../checks/labelled-value.ts";
import { asComputed } from "../../checks/printed-in-full.ts";
import { type Decimal, parseDecimal } from "../../numbers/decimal.ts";

/** A number as printed; one that code wrote in full is known to within what its arithmetic may have done to it. */
export function decimal(printed: unknown): Decimal {
  return asComputed(everyDigit(printed));
}

/** A number with all its digits. Throws for anything but a text: a number would have forgotten them, 84.30 is 84.3. */
export function everyDigit(printed: unknown): Decimal {
  if (typeof printed === "string") return parseDecimal(printed);
  throw new TypeError(`takes numbers as printed, such as "84.30", not ${typeof printed} ${String(printed)}`);
}

export function decimals(printed: unknown): readonly Decimal[] {
  if (!Array.isArray(printed)) throw new TypeError(`takes a list of printed numbers, not ${typeof printed}`);
  return printed.map(decimal);
}

/** Printed numbers as `value 1`, `value 2`, … */
export function labelled(printed: unknown, word = "value"): readonly LabelledValue[] {
  return decimals(printed).map((value, index) => ({ label: `${word} ${index + 1}`, value }));
}

/** Lists of printed numbers, or objects that hold some. */
export function listOf<Item>(printed: readonly Item[] | unknown): readonly Item[] {
  if (Array.isArray(printed)) return printed;
  throw new TypeError(`takes a list, not ${typeof printed}`);
}

/** Options whose named entries are numbers as printed, where they are given. */
export function reading<Options extends object, Name extends keyof Options>(
  options: Options,
  ...names: readonly Name[]
): { [Key in keyof Options]: Key extends Name ? Decimal : Options[Key] };
export function reading(options: Readonly<Record<string, unknown>>, ...names: readonly string[]): object {
  return Object.fromEntries(
    Object.entries(options).map(([name, value]) => [
      name,
      names.includes(name) && value !== undefined ? decimal(value) : value,
    ]),
  );
}

/** An object's entries as printed numbers. */
export function named(printed: unknown, example: string): readonly (readonly [name: string, value: Decimal])[] {
  if (typeof printed !== "object" || printed === null || Array.isArray(printed))
    throw new TypeError(`takes printed scores such as ${example}, not ${typeof printed}`);
  return Object.entries(printed).map(([name, value]) => [name, decimal(value)] as const);
}

/** The scores of confusion matrices, by any of their names. */
export function scores(printed: unknown): readonly ConfusionScore[] {
  return named(printed, '{ accuracy: ".95", recall: ".80" }').map(([word, value]) => {
    const score = confusionScoreNamed(word);
    if (score === undefined) throw new TypeError(`"${word}" is no score that is known`);
    const { name, beta } = score;
    return { name, value, ...(beta === undefined ? {} : { beta: parseDecimal(beta) }) };
  });
}
