import { type Decimal, decimal, toRational } from "../numbers/decimal.ts";
import { absolute, compare, subtract } from "../numbers/rational.ts";

/** A number that a slip of the pen turns into the printed one. */
export interface Misprint {
  readonly value: Decimal;
  readonly slip: "one digit" | "two neighbouring digits swapped";
}

/**
 * All numbers of the same length that differ from the printed one in a single digit, or by a swap of two neighbouring
 * digits; nearest first. Guesses of what was meant, never proofs.
 *
 * @example
 * misprints(parseDecimal("84.0")).some(({ value }) => value.text === "48.0"); // => true
 */
export function misprints(printed: Decimal): readonly Misprint[] {
  const digits = digitsOf(printed);
  const found: Misprint[] = [];
  const offer = (changed: readonly string[], slip: Misprint["slip"]): void => {
    const text = changed.join("");
    if (text === digits.join("") || (text.startsWith("0") && !digits[0]?.startsWith("0"))) return;
    const units = BigInt(text) * (printed.units < 0n ? -1n : 1n);
    if (found.some(({ value }) => value.units === units)) return;
    found.push({ value: { ...printed, ...decimal(units, printed.decimals) }, slip });
  };
  for (let index = 0; index + 1 < digits.length; index++) {
    const [a = "", b = ""] = digits.slice(index, index + 2);
    offer([...digits.slice(0, index), b, a, ...digits.slice(index + 2)], "two neighbouring digits swapped");
  }
  for (let index = 0; index < digits.length; index++)
    for (const digit of "0123456789")
      offer([...digits.slice(0, index), digit, ...digits.slice(index + 1)], "one digit");
  const shift = (value: Decimal) => absolute(subtract(toRational(value), toRational(printed)));
  return found.sort((a, b) => compare(shift(a.value), shift(b.value)));
}

function digitsOf({ units, decimals }: Decimal): string[] {
  return [...(units < 0n ? -units : units).toString().padStart(decimals + 1, "0")];
}
