import { describe, expect, it } from "vitest";
import { checkReferenceCount } from "../../src/checks/reference-count.ts";
import { parseDecimal } from "../../src/numbers/decimal.ts";

describe("checkReferenceCount", () => {
  it.each([
    ["19", "exactly", 19, "consistent"],
    ["19", "exactly", 23, "inconsistent"],
    ["500", "more-than", 520, "consistent"],
    ["500", "more-than", 500, "inconsistent"],
    ["500", "at-least", 500, "consistent"],
    ["500", "at-most", 501, "inconsistent"],
  ] as const)("%s (%s) against %d: %s", (reported, qualifier, reference, outcome) => {
    const input = { what: "files", reported: parseDecimal(reported), reference, source: "the code", qualifier };
    expect(checkReferenceCount(input).outcome).toBe(outcome);
  });

  it("names the way of counting that gives the printed number", () => {
    const result = checkReferenceCount({
      what: "lines",
      reported: parseDecimal("3,594"),
      reference: 3920,
      source: "the official code",
      variants: [
        { name: "without blank lines", value: 3382 },
        { name: "without model/resnet_util.py", value: 3594 },
      ],
    });
    expect(result.outcome).toBe("conditional");
    expect(result.rescuedBy).toEqual(["without model/resnet_util.py"]);
    expect(result.explanation).toBe(
      "Printed: 3,594 lines; the official code has 3920. Counted otherwise: 3382 (without blank lines) and 3594 (without model/resnet_util.py).",
    );
  });
});
