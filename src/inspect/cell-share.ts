import type { Decimal } from "../numbers/decimal.ts";
import { tryParsePrinted } from "../numbers/printed.ts";
import type { CellReading } from "../tables/table-reading.ts";
import { isCount } from "./counts.ts";

/** A percentage and its count in one cell: `85.2 (75/88)`, `75 (85.2%)`. */
export interface CellShare {
  readonly percent: Decimal;
  /** Whether it bears the sign: else it may be a fraction of one. */
  readonly isPercent: boolean;
  readonly count: Decimal;
  /** Absent where only a header or another line says it. */
  readonly total?: Decimal;
}

/** What a cell prints as a share; undefined where it prints none. */
export function cellShare(reading: CellReading): CellShare | undefined {
  if (reading.kind !== "number" || reading.printed.mark === undefined) return undefined;
  const { value, percent, mark, spread } = reading.printed;
  if (spread !== undefined) return undefined;
  const fraction = /^(\d{1,12})\s*\/\s*(\d{1,12})$/.exec(mark);
  if (fraction !== null) {
    const [count, total] = fraction.slice(1).map((text) => tryParsePrinted(text)?.value);
    return count && total && { percent: value, isPercent: percent, count, total };
  }
  const share = mark.endsWith("%") && !percent && isCount(value) ? tryParsePrinted(mark) : undefined;
  if (share === undefined || share.mark !== undefined || share.spread !== undefined) return undefined;
  return { percent: share.value, isPercent: true, count: value };
}
