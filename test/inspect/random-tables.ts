import { type Rational, rational } from "../../src/numbers/rational.ts";
import { type RoundingRule, round } from "../../src/numbers/rounding.ts";

/** Numbers from 0 to 1 in a fixed order (mulberry32). */
export function numbersFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** A score at full precision, in millionths. */
export function score(next: () => number, least: number, most: number): Rational {
  return rational(BigInt(Math.floor((least + (most - least) * next()) * 1e6)), 1_000_000n);
}

export function printed(value: Rational, decimals: number, rule: RoundingRule): string {
  return round(value, decimals, rule).text;
}

/** A number whose digit at a place was replaced by another. */
export function withSlip(text: string, next: () => number): string {
  const places = [...text].flatMap((character, at) => (/\d/.test(character) ? [at] : []));
  const at = places[Math.floor(next() * places.length)] ?? 0;
  const digit = String((Number(text[at]) + 1 + Math.floor(next() * 9)) % 10);
  return `${text.slice(0, at)}${digit}${text.slice(at + 1)}`;
}

/** A number of which two neighbouring digits that differ stand the other way round; itself where there are none. */
export function withSwap(text: string, next: () => number): string {
  const places = [...text].flatMap((character, at) => {
    const after = text[at + 1] ?? "";
    return /\d/.test(character) && /\d/.test(after) && character !== after ? [at] : [];
  });
  const at = places[Math.floor(next() * places.length)];
  return at === undefined ? text : `${text.slice(0, at)}${text[at + 1]}${text[at]}${text.slice(at + 2)}`;
}
