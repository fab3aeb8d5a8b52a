import fc from "fast-check";
import type { CheckResult } from "../../src/checks/check-result.ts";
import { type Decimal, decimal } from "../../src/numbers/decimal.ts";

/** A line of the table of power: what is printed, and the shares in percent of altered tables that are flagged. */
export interface PowerLine {
  readonly what: string;
  readonly last: Share;
  readonly slip: Share;
}

export interface Share {
  /** Flagged under every convention of the check's list. */
  readonly inconsistent: number;
  /** Flagged under the default reading: inconsistent or conditional. */
  readonly byDefault: number;
}

/** Alters one printed number. */
export type Alter = (printed: Decimal) => Decimal;

/**
 * Draws true tables, alters one number of each, and counts what the check says: one number off by 1 to 9 units of its last
 * digit, either way ("last"), or by one in an earlier digit ("slip").
 */
export function powerLine<T>(
  what: string,
  tables: fc.Arbitrary<T>,
  check: (table: T, alter: Alter) => CheckResult,
  rows = 100,
): PowerLine {
  const measured = (changes: fc.Arbitrary<Alter>): Share => {
    const outcomes = fc
      .sample(fc.tuple(fc.noBias(tables), changes), { seed: 7, numRuns: rows })
      .map(([table, alter]) => check(table, alter).outcome);
    const share = (wanted: readonly string[]): number =>
      Math.round((100 * outcomes.filter((outcome) => wanted.includes(outcome)).length) / rows);
    return { inconsistent: share(["inconsistent"]), byDefault: share(["inconsistent", "conditional"]) };
  };
  const units = fc.noBias(fc.integer({ min: -9, max: 9 }).filter((off) => off !== 0));
  const digits = fc.noBias(fc.tuple(fc.nat(1000), fc.boolean()));
  return {
    what,
    last: measured(units.map((off) => (printed) => moved(printed, BigInt(off)))),
    slip: measured(
      digits.map(
        ([pick, up]) =>
          (printed) =>
            slipped(printed, pick, up),
      ),
    ),
  };
}

/** One in a digit before the last; a number of one digit has none, and is moved by ten units. */
function slipped(printed: Decimal, pick: number, up: boolean): Decimal {
  const digits = String(printed.units < 0n ? -printed.units : printed.units).length;
  const place = 1 + (pick % Math.max(1, digits - 1));
  return moved(printed, (up ? 1n : -1n) * 10n ** BigInt(place));
}

/** Never across zero: then moved the other way. */
function moved({ units, decimals }: Decimal, off: bigint): Decimal {
  const across = units >= 0n ? units + off < 0n : units + off > 0n;
  return decimal(across ? units - off : units + off, decimals);
}
