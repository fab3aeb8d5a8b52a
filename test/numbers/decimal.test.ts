import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decimal, parseDecimal, toRational, tryParseDecimal } from "../../src/numbers/decimal.ts";
import { isEmptyCell, parsePrinted, tryParsePrinted } from "../../src/numbers/printed.ts";
import { rational } from "../../src/numbers/rational.ts";

describe("parseDecimal", () => {
  it.each([
    ["84.30", 8430n, 2],
    [".91", 91n, 2],
    ["1,234", 1234n, 0],
    ["637,560", 637560n, 0],
    ["−1.5", -15n, 1],
    ["-0.05", -5n, 2],
    ["1.2e-4", 12n, 5],
    ["1.2e3", 12n, -2],
    ["+3", 3n, 0],
    ["0.9401140684410646", 9401140684410646n, 16],
    ["7.", 7n, 0],
  ] as const)("reads %s", (text, units, decimals) => {
    expect(parseDecimal(text)).toMatchObject({ units, decimals });
  });

  it.each(["", ".", "-", "1,23", "12,34,567", "1.2.3", "abc", "1e", "NaN", "1 234", "0x10"])("refuses %j", (text) => {
    expect(tryParseDecimal(text)).toBeUndefined();
    expect(() => parseDecimal(text)).toThrow(`"${text}" is not a decimal number`);
  });

  it("is undone by writing the decimal out", () => {
    fc.assert(
      fc.property(fc.bigInt(-(10n ** 20n), 10n ** 20n), fc.integer({ min: 0, max: 18 }), (units, decimals) => {
        const written = parseDecimal(decimal(units, decimals).text);
        expect(written).toMatchObject({ units, decimals });
        expect(toRational(written)).toEqual(rational(units, 10n ** BigInt(decimals)));
      }),
      { seed: 1 },
    );
  });
});

describe("parsePrinted", () => {
  it("reads a value with its spread, mark and percent sign", () => {
    expect(parsePrinted("55.0±3.9")).toMatchObject({
      value: { text: "55.0" },
      spread: { text: "3.9" },
      percent: false,
    });
    expect(parsePrinted("60.5 (≈)")).toMatchObject({ value: { text: "60.5" }, mark: "≈" });
    expect(parsePrinted("70.5 (++)")).toMatchObject({ mark: "++" });
    expect(parsePrinted("92.1%")).toMatchObject({ value: { text: "92.1" }, percent: true });
    expect(parsePrinted("76.1 ± 0.5 %")).toMatchObject({ spread: { text: "0.5" }, percent: true });
    expect(parsePrinted("76.1 +- 0.5")).toMatchObject({ spread: { text: "0.5" } });
    expect(parsePrinted("76.1+-0.5")).toMatchObject({ value: { text: "76.1" }, spread: { text: "0.5" } });
    expect(parsePrinted("-1.5e+2+/-3")).toMatchObject({ value: { text: "-1.5e+2" }, spread: { text: "3" } });
  });

  it.each(["", "-", "55.0±", "±3", "55.0±-1", "12 34", "n/a"])("refuses %j", (text) => {
    expect(tryParsePrinted(text)).toBeUndefined();
    expect(() => parsePrinted(text)).toThrow("is not a printed number");
  });

  it("knows an empty cell", () => {
    expect(["", " ", "-", "–", "—", "--"].every(isEmptyCell)).toBe(true);
    expect(["0", "n/a", "-1"].some(isEmptyCell)).toBe(false);
  });
});
