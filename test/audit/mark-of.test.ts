import { describe, expect, it } from "vitest";
import { markOf } from "../../src/audit/mark-of.ts";
import { parsePrinted } from "../../src/numbers/printed.ts";

// K9DE's Table 2: by its own marks the limits lie in -8.3 to -5.5, 5.1 to 10.6 and 13.1 to 14.4 points.
const scale = {
  reference: parsePrinted("50.0"),
  marks: ["-", "≈", "+", "++"],
  limits: [
    { from: -8.3, to: -5.5 },
    { from: 5.1, to: 10.6 },
    { from: 13.1, to: 14.4 },
  ],
};

describe("markOf", () => {
  it.each([
    [40, "-"],
    [41.6, "-"],
    [43, "- or ≈"],
    [44.6, "≈"],
    [50, "≈"],
    [55, "≈"],
    [58, "≈ or +"],
    [62, "+"],
    [64, "+ or ++"],
    [70, "++"],
  ])("marks %d against 50.0 as %s", (result, mark) => {
    expect(markOf(result, scale)).toBe(mark);
  });
});
