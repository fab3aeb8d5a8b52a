import { parseDecimal, toRational } from "../numbers/decimal.ts";
import type { Rational } from "../numbers/rational.ts";

/** A JavaScript number as the decimal that it is written as: 0.1 is one tenth. Throws a RangeError unless it is finite. */
export function exactNumber(where: string, name: string, value: number): Rational {
  if (Number.isFinite(value)) return toRational(parseDecimal(String(value)));
  throw new RangeError(`${where}: ${name} is ${value}; give a finite number`);
}
