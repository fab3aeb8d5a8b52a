import { describe, expect, it } from "vitest";
import { parseDecimal, toRational } from "../../src/numbers/decimal.ts";
import { type RoundingRule, roundingInterval } from "../../src/numbers/rounding.ts";
import { readVectors, scrutinyRules } from "./vectors/read-vectors.ts";

interface Ends {
  readonly lower: number;
  readonly upper: number;
  readonly incl_lower: boolean;
  readonly incl_upper: boolean;
}

describe("roundingInterval against scrutiny's unround", () => {
  const rows = readVectors<{ value: string; rounding: string }, Ends>("unround");
  const supported = rows.filter(({ input }) => input.rounding in scrutinyRules);

  it("covers all rows but that of anti_trunc, of which scrutiny includes the wrong end", () => {
    expect(rows.filter((row) => !supported.includes(row)).map(({ input }) => input.rounding)).toEqual(["anti_trunc"]);
  });

  it.each(supported)("$id: $input.value by $input.rounding", ({ input, expected }) => {
    const found = roundingInterval(parseDecimal(input.value), scrutinyRules[input.rounding] as RoundingRule);
    expect(found).toEqual({
      lower: toRational(parseDecimal(String(expected.lower))),
      upper: toRational(parseDecimal(String(expected.upper))),
      lowerClosed: expected.incl_lower,
      upperClosed: expected.incl_upper,
    });
  });
});
