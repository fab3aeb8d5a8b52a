import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cellWords, subscript, superscript } from "../../src/tables/cell-text.ts";

describe("cellWords", () => {
  it.each([
    ["92.1 ± 0.3†", "92.1 ± 0.3", ["†"]],
    ["92.1†,‡", "92.1", ["†", "‡"]],
    ["† 92.1", "92.1", ["†"]],
    ["0.51*** (0.02)", "0.51 (0.02)", ["***"]],
    ["92.1† ± 0.3", "92.1 ± 0.3", ["†"]],
    ["92.1%*", "92.1%", ["*"]],
    ["92.1ᵃ,ᵇ", "92.1", ["a", "b"]],
    ["0.12ⁿˢ", "0.12", ["ns"]],
    ["Ours†", "Ours", ["†"]],
  ])("takes the marks off %s", (raw, text, notes) => {
    expect(cellWords(raw)).toEqual({ text, notes });
  });

  it.each([
    "†",
    "*",
    "***",
    "† ‡",
    "A*",
    "R²",
    "92.1²",
    "10ᵃ",
    "2ᵏ",
    "10ⁿ",
    "xⁿ",
    "§3.2",
    "2 * 3",
    "2*3",
    "-",
    "—",
    "✓",
  ])("leaves %s alone", (raw) => {
    expect(cellWords(raw)).toEqual({ text: raw, notes: [] });
  });

  it.each([
    "1,234",
    "1.234",
    "92.1%",
    "−0.5",
    "–0.5",
    "1 234",
    "1e-5",
    "5·10⁻³",
    "12.",
    ".5",
    "(92.1)",
    "<0.001",
    "92,1",
  ])("never alters the number %s", (raw) => {
    expect(cellWords(raw)).toEqual({ text: raw, notes: [] });
  });

  it("gives spaces of every kind as single plain ones and drops what cannot be seen", () => {
    expect(cellWords(" 12\u202f345\u00a0\n ± 1\u200b ").text).toBe("12 345 ± 1");
  });

  it("keeps every letter, digit and sign in its order, whatever the cell", () => {
    const letter = fc.constantFrom(..."0123456789.,-−–±%()†‡*ab ᵃ²\u00a0");
    fc.assert(
      fc.property(fc.string({ unit: letter, maxLength: 12 }), (raw) => {
        const kept = (text: string) => text.replace(/[†‡*ᵃ\s]/gu, "");
        const { text } = cellWords(raw);
        const commas = (words: string) => kept(words).replace(/,/gu, "");
        expect(commas(text)).toBe(commas(raw));
      }),
      { seed: 1, numRuns: 5_000 },
    );
  });

  it("reads a million stars in no time", () => {
    expect(cellWords("*".repeat(1_000_000)).notes).toEqual([]);
    expect(cellWords(`1${"*".repeat(1_000_000)}`).text.startsWith("1")).toBe(true);
  });
});

describe("superscript and subscript", () => {
  it("never lets raised or lowered digits join the number before them", () => {
    expect(["2", "-3", "a", "†", "+0.3", "1,2", "th"].map(superscript)).toEqual([
      "²",
      "⁻³",
      "ᵃ",
      "†",
      "^+0.3",
      "¹,²",
      "ᵗʰ",
    ]);
    expect(["2", "0.3", "±0.3", "max"].map(subscript)).toEqual(["₂", "_0.3", " ±0.3", "_max"]);
  });
});
