import { describe, expect, it } from "vitest";
import { checkWiderSpread } from "../../src/checks/wider-spread.ts";
import { parseDecimal } from "../../src/numbers/decimal.ts";

const values = (texts: readonly string[]) => texts.map((text) => parseDecimal(text));

/** Greatest over least of every choice of numbers on a grid inside the rounding intervals, in hundredths. */
function ratios(texts: readonly string[]): readonly number[] {
  let choices: readonly (readonly number[])[] = [[]];
  for (const text of texts) {
    const middle = Math.round(100 * Number(text));
    const grid = [-5, -3, 0, 2, 5].map((off) => middle + off);
    choices = choices.flatMap((choice) => grid.map((value) => [...choice, value]));
  }
  return choices.map((choice) => Math.max(...choice) / Math.min(...choice));
}

describe("checkWiderSpread", () => {
  const lists = [
    ["1.0", "1.2"],
    ["1.0", "1.1", "1.2"],
    ["1.1", "1.1"],
    ["0.4", "0.9"],
    ["2.0", "2.1"],
    ["1.0", "1.5", "1.6"],
  ];

  it("agrees with brute force over a grid of what rounding cut off", () => {
    for (const wide of lists)
      for (const narrow of lists) {
        const { outcome, details } = checkWiderSpread({
          wider: { label: "a", values: values(wide) },
          narrower: { label: "b", values: values(narrow) },
        });
        const [a, b] = [ratios(wide), ratios(narrow)];
        const all = Math.min(...a) > Math.max(...b) + 1e-12;
        const none = Math.max(...a) <= Math.min(...b) + 1e-12;
        expect(outcome, `${wide} against ${narrow}`).toBe(all ? "consistent" : none ? "inconsistent" : "undecidable");
        expect(details).toMatchObject({ wider: { values: wide }, narrower: { values: narrow } });
      }
  });

  it("refuses what has no ratio", () => {
    const good = { label: "a", values: values(["1.0", "2.0"]) };
    expect(() => checkWiderSpread({ wider: good, narrower: { label: "b", values: values(["1.0"]) } })).toThrow(
      "two or more",
    );
    expect(() => checkWiderSpread({ wider: good, narrower: { label: "b", values: values(["0.0", "1.0"]) } })).toThrow(
      "not above 0",
    );
  });
});
