import { checkAgreement } from "../../checks/agreement.ts";
import type { CheckResult } from "../../checks/check-result.ts";
import type { Decimal } from "../../numbers/decimal.ts";
import { inPercent, isFraction } from "./cell-values.ts";
import type { SentenceNumber } from "./sentence-number.ts";

/** Whether a cell's number, in the sentence's unit, can be what the sentence prints. */
export function isSameNumber(said: SentenceNumber, cell: Decimal): boolean {
  return comparable(said, cell).some(
    (printed) => areClose(said.value, printed) && agreement(said.value, printed).outcome === "consistent",
  );
}

/** What a cell's number is in the sentence's unit: as printed, and in percent where it may be a share of one. */
export function comparable({ value, unit }: SentenceNumber, cell: Decimal): readonly Decimal[] {
  return isFraction(cell) && (unit === "percent" || !isFraction(value)) ? [cell, inPercent(cell)] : [cell];
}

/** Whether numbers are no further apart than one unit of the coarser: all others need no closer look. */
function areClose(a: Decimal, b: Decimal): boolean {
  const [fine, coarse] = a.decimals >= b.decimals ? [a, b] : [b, a];
  const apart = fine.decimals - coarse.decimals;
  if (apart > 300) return true;
  const unit = 10n ** BigInt(apart);
  const difference = fine.units - coarse.units * unit;
  return (difference < 0n ? -difference : difference) <= unit;
}

export function agreement(said: Decimal, printed: Decimal): CheckResult {
  return checkAgreement({
    places: [
      { label: "the sentence", value: said },
      { label: "the table", value: printed },
    ],
  });
}
