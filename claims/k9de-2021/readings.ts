import { type Decimal, parseDecimal } from "../../src/numbers/decimal.ts";

/** "Close", "similar", "equivalent", "slightly": in points, the largest difference that Table 2 itself marks ≈. */
export const close: Decimal = parseDecimal("5.5");

/** "Considerably", "significantly", "well below": in points, the smallest difference that Table 2 does not mark ≈. */
export const far: Decimal = parseDecimal("8.3");

/** What the reading of such a word rests on, for the reader of a verdict. */
export const closeReading =
  "at most 5.5 points, the largest difference that Table 2 marks ≈ (our reading; the report gives no number)";

export const farReading =
  "at least 8.3 points, the smallest difference that Table 2 does not mark ≈ (our reading; the report gives no number)";
