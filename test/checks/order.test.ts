import { describe, expect, it } from "vitest";
import { checkBestAt } from "../../src/checks/best-at.ts";
import { checkOrder } from "../../src/checks/order.ts";
import { decimal, parseDecimal } from "../../src/numbers/decimal.ts";

const labelled = (texts: readonly string[]) =>
  texts.map((text) => ({ label: `at ${text}`, value: parseDecimal(text) }));

describe("checkOrder", () => {
  it.each([
    [["84.2", "84.3", "85.0"], "increasing", "consistent"],
    [["84.3", "84.3"], "increasing", "undecidable"],
    [["84.26", "84.3"], "increasing", "undecidable"],
    [["84.24", "84.3"], "increasing", "consistent"],
    [["84.4", "84.3"], "increasing", "inconsistent"],
    [["84.4", "84.3"], "decreasing", "consistent"],
    [["84.26", "84.3", "84.25"], "increasing", "inconsistent"],
  ] as const)("%s %s: %s", (texts, relation, outcome) => {
    expect(checkOrder({ items: labelled(texts), relation }).outcome).toBe(outcome);
  });

  it("decides two printed numbers as trying all numbers behind them does", () => {
    // Thousandths behind one and two decimals, half-up: every number has one print.
    const behind = (units: bigint, decimals: number): readonly number[] => {
      const width = decimals === 1 ? 100 : 10;
      return Array.from({ length: width }, (_, step) => Number(units) * width - width / 2 + step);
    };
    for (let a = 0n; a <= 3n; a++) {
      for (let b = 0n; b <= 30n; b++) {
        const orders = new Set(behind(a, 1).flatMap((x) => behind(b, 2).map((y) => Math.sign(y - x))));
        const expected = orders.size > 1 ? "undecidable" : orders.has(1) ? "consistent" : "inconsistent";
        const items = [
          { label: "a", value: decimal(a, 1) },
          { label: "b", value: decimal(b, 2) },
        ];
        const { outcome } = checkOrder({ items, relation: "increasing" });
        // With ties either way a single number more can be behind each; it may open an order, never close one.
        if (outcome !== "undecidable") expect(outcome, `${a} ${b}`).toBe(expected);
        else if (expected !== "undecidable")
          expect([5n, 15n, 25n].some((tie) => b - tie <= 1n && tie - b <= 1n)).toBe(true);
      }
    }
  });

  it("reads how far neighbours lie apart", () => {
    const items = labelled(["84.0", "86.0"]);
    const by = (atLeast: string, atMost: string) => ({ atLeast: parseDecimal(atLeast), atMost: parseDecimal(atMost) });
    expect(checkOrder({ items, relation: "increasing", by: by("1", "2") }).outcome).toBe("consistent");
    expect(checkOrder({ items, relation: "increasing", by: by("2.1", "3") }).outcome).toBe("undecidable");
    expect(checkOrder({ items, relation: "increasing", by: by("2.2", "3") }).outcome).toBe("inconsistent");
    expect(checkOrder({ items, relation: "increasing", by: by("2.2", "3") }).explanation).toBe(
      "Printed are at 84.0 84.0, at 86.0 86.0; they are not increasing by 2.2 to 3: at 86.0 minus at 84.0 is 2.",
    );
  });

  it("takes equal prints as in order where it need not be strict", () => {
    expect(checkOrder({ items: labelled(["84.3", "84.3"]), relation: "increasing", strict: false }).outcome).toBe(
      "consistent",
    );
    expect(checkOrder({ items: labelled(["3", "3"]), relation: "increasing", exact: true }).outcome).toBe(
      "inconsistent",
    );
  });
});

describe("checkBestAt", () => {
  const candidate = { label: "ours", value: parseDecimal("92.5") };
  it.each([
    [["92.4", "90.1"], true, "consistent"],
    [["92.5", "90.1"], true, "undecidable"],
    [["92.6", "92.5"], true, "inconsistent"],
    [["92.6", "93"], false, "undecidable"],
    [["92.6", "94"], false, "consistent"],
  ] as const)("92.5 against %s, higher is better: %s: %s", (texts, higherIsBetter, outcome) => {
    expect(checkBestAt({ candidate, others: labelled(texts), higherIsBetter }).outcome).toBe(outcome);
  });

  it("lets others be as good where the best need not be alone", () => {
    const result = checkBestAt({ candidate, others: labelled(["92.5"]), higherIsBetter: true, strict: false });
    expect(result.outcome).toBe("consistent");
  });
});
