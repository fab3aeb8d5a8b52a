import { describe, expect, it } from "vitest";
import { checkOutperforms, type MeasuredResult } from "../../src/checks/outperforms.ts";
import { parseDecimal } from "../../src/numbers/decimal.ts";

const result = (label: string, ...texts: string[]): MeasuredResult => ({
  label,
  values: texts.map((text) => parseDecimal(text)),
});

const measures = ["first", "second"];

describe("checkOutperforms", () => {
  it("equals brute force over the ends of what rounding cut off", () => {
    // Numbers of one decimal; in hundredths the ends are 5 away. All comparisons are linear: the ends decide.
    const texts = ["0.1", "0.2", "0.3"];
    const ends = (text: string) => [100 * Number(text) - 5, 100 * Number(text) + 5];
    const wrong: string[] = [];
    for (const a of texts)
      for (const b of texts)
        for (const c of texts)
          for (const d of texts) {
            const { details } = checkOutperforms({
              winners: [result("x", a, b)],
              others: [result("y", c, d)],
              measures,
              weightings: [{ name: "weighted", weights: [1, 3] }],
            });
            const readings = details.readings as readonly { readonly name: string; readonly truth: string }[];
            const leads = ends(a).flatMap((p) =>
              ends(b).flatMap((q) => ends(c).flatMap((r) => ends(d).map((s) => Math.round(p - r + 3 * (q - s))))),
            );
            const expected = leads.every((lead) => lead > 0)
              ? "true"
              : leads.every((lead) => lead <= 0)
                ? "false"
                : "unknown";
            const truth = readings.find(({ name }) => name === "a comparison by weighted")?.truth;
            if (truth !== expected) wrong.push(`${a} ${b} against ${c} ${d}: ${truth}, not ${expected}`);
          }
    expect(wrong).toEqual([]);
  });

  it("asks for every measure by default, and names the readings that rescue and those that do not", () => {
    const one = [result("x", "97.5", "96.0")];
    const others = [result("y", "96.5", "96.5"), result("z", "97.1", "95.0")];
    expect(checkOutperforms({ winners: one, others: [result("z", "97.1", "95.0")], measures }).outcome).toBe(
      "consistent",
    );
    const mixed = checkOutperforms({
      winners: one,
      others,
      measures,
      weightings: [
        { name: "the plain mean", weights: [1, 1] },
        { name: "nine tenths of the second", weights: [1, 9] },
      ],
      narrower: [{ name: "a comparison with z", others: [result("z", "97.1", "95.0")] }],
    });
    expect(mixed.outcome).toBe("conditional");
    expect(mixed.rescuedBy).toEqual([
      "a comparison by first alone",
      "a comparison by the plain mean",
      "a comparison with z",
    ]);
    expect(mixed.explanation).toContain(
      "better by first in both comparisons; not better by second in 1 of 2 comparisons: x (96.0) against y (96.5).",
    );
    expect(mixed.explanation).toContain(
      "False under a comparison by second alone and a comparison by nine tenths of the second.",
    );
  });

  it("is inconsistent where no reading helps, and undecidable where rounding leaves one open", () => {
    const winners = [result("x", "90.0", "90.0")];
    expect(checkOutperforms({ winners, others: [result("y", "91.0", "91.0")], measures }).outcome).toBe("inconsistent");
    expect(checkOutperforms({ winners, others: [result("y", "90.0", "89.0")], measures }).outcome).toBe("undecidable");
    expect(() => checkOutperforms({ winners, others: [result("y", "90.0")], measures })).toThrow(
      "y has 1 numbers for 2 measures",
    );
    expect(() => checkOutperforms({ winners, others: [], measures })).toThrow("nothing to compare");
  });
});
