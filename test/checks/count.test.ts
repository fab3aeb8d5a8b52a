import { describe, expect, it } from "vitest";
import { type CountedItem, checkCount } from "../../src/checks/count.ts";
import { checkMean } from "../../src/checks/mean.ts";
import { parseDecimal, toRational } from "../../src/numbers/decimal.ts";
import { absolute, compare, divide, rational, subtract, total } from "../../src/numbers/rational.ts";
import { table7 } from "./table7.ts";

const items = (pattern: string): readonly CountedItem[] =>
  [...pattern].map((sign, index) => ({
    label: `row ${index + 1}`,
    holds: sign === "+" ? true : sign === "-" ? false : "undecided",
    why: "as marked",
  }));

describe("checkCount", () => {
  it.each([
    ["++-", "2", "exactly", "consistent"],
    ["++-", "3", "exactly", "inconsistent"],
    ["++?", "2", "exactly", "undecidable"],
    ["++?", "3", "exactly", "undecidable"],
    ["++?", "4", "exactly", "inconsistent"],
    ["++-", "2", "at-least", "consistent"],
    ["++-", "3", "at-least", "inconsistent"],
    ["++?", "3", "at-least", "undecidable"],
    ["++-", "2", "more-than", "inconsistent"],
    ["++-", "1", "more-than", "consistent"],
    ["++?", "2", "more-than", "undecidable"],
    ["+++", "3", "all", "consistent"],
    ["+++", "2", "all", "inconsistent"],
    ["++-", "3", "all", "inconsistent"],
    ["++?", "3", "all", "undecidable"],
  ] as const)("%s counted as %s, %s: %s", (pattern, reported, qualifier, outcome) => {
    const result = checkCount({ what: "rows", items: items(pattern), reported: parseDecimal(reported), qualifier });
    expect(result.outcome).toBe(outcome);
  });

  it("is conditional where another reading gives the number", () => {
    const alternatives = [{ name: "positive errors only", items: items("+--") }];
    const result = checkCount({ what: "rows", items: items("++-"), reported: parseDecimal("1"), alternatives });
    expect(result.outcome).toBe("conditional");
    expect(result.rescuedBy).toEqual(["positive errors only"]);
    expect(result.explanation).toBe(
      "Printed: 1 rows; counted: 2 of 3. Those that do: row 1 (as marked) and row 2 (as marked). Other readings give 1 under positive errors only.",
    );
  });

  it("finds that 16 of 20 means outside rounding needs a tolerance of a half", () => {
    const outside = table7.map((row) => {
      const result = checkMean(row);
      return { label: row.name, holds: result.outcome !== "consistent", why: `error ${result.details.errorRounded}` };
    });
    const beyondHalf = table7.map(({ name, cells, reported }) => {
      const mean = divide(total(cells.map(({ value }) => toRational(value))), rational(cells.length));
      const error = absolute(subtract(toRational(reported), mean));
      return { label: name, holds: compare(error, rational(1, 2)) > 0, why: "against 0.5" };
    });
    const result = checkCount({
      what: "row means that lie outside rounding",
      items: outside,
      reported: parseDecimal("16"),
      alternatives: [{ name: "a tolerance of 0.5 instead of rounding", items: beyondHalf }],
    });
    expect(result.outcome).toBe("conditional");
    expect(result.details).toMatchObject({ counted: 18, alternatives: [{ counted: 16 }] });
  });
});
