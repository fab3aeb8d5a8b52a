/**
 * Sorts finite or infinite numbers in place, ascending (−0 before 0), and returns them: as `values.sort()`, but by radix
 * when there are many, which is two to three times faster on a million. NaN is not allowed for.
 *
 * The order of doubles is the order of their bits read as integers, once the sign bit of the positive and all bits of the
 * negative are flipped; six passes of eleven bits then sort them (Herf 2001, "Radix tricks").
 *
 * @example
 * sortAscending(Float64Array.of(3, -1, 2)).join(); // => "-1,2,3"
 */
export function sortAscending(values: Float64Array): Float64Array {
  if (values.length < radixFrom || !littleEndian) return values.sort();
  const words = new Uint32Array(values.buffer, values.byteOffset, 2 * values.length);
  const counts = orderAsIntegers(words);
  let from: Uint32Array = words;
  let to: Uint32Array = new Uint32Array(words.length);
  for (const [digit, count] of counts.entries()) {
    if (count.includes(values.length)) continue; // one value of this digit throughout: nothing to move
    startsOf(count);
    distribute(from, to, digit, count);
    [from, to] = [to, from];
  }
  if (from !== words) words.set(from);
  orderAsDoubles(words);
  return values;
}

const radixFrom = 4096;
const littleEndian = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1;
const digitValues = 2048;
const digitMask = digitValues - 1;
const digits = 6;

/** Flips bits so that unsigned order is the doubles' order; returns how often each value of each digit occurs. */
function orderAsIntegers(words: Uint32Array): readonly Uint32Array[] {
  const counts = Array.from({ length: digits }, () => new Uint32Array(digitValues));
  const tally = (digit: number, value: number): void => {
    const count = counts[digit] as Uint32Array;
    count[value] = (count[value] as number) + 1;
  };
  for (let word = 0; word < words.length; word += 2) {
    let low = words[word] as number;
    let high = words[word + 1] as number;
    if (high >>> 31 === 1) {
      low = ~low >>> 0;
      high = ~high >>> 0;
    } else high = (high | 0x80000000) >>> 0;
    words[word] = low;
    words[word + 1] = high;
    tally(0, low & digitMask);
    tally(1, (low >>> 11) & digitMask);
    tally(2, (low >>> 22) | ((high & 1) << 10));
    tally(3, (high >>> 1) & digitMask);
    tally(4, (high >>> 12) & digitMask);
    tally(5, high >>> 23);
  }
  return counts;
}

function orderAsDoubles(words: Uint32Array): void {
  for (let word = 0; word < words.length; word += 2) {
    const high = words[word + 1] as number;
    if (high >>> 31 === 1) words[word + 1] = high & 0x7fffffff;
    else {
      words[word] = ~(words[word] as number);
      words[word + 1] = ~high;
    }
  }
}

/** From counts to the place of each value's first occurrence. */
function startsOf(count: Uint32Array): void {
  let start = 0;
  for (let value = 0; value < count.length; value++) {
    const size = count[value] as number;
    count[value] = start;
    start += size;
  }
}

function distribute(from: Uint32Array, to: Uint32Array, digit: number, next: Uint32Array): void {
  // A digit lies in the low word, across both, or in the high word.
  const shift = 11 * digit;
  for (let word = 0; word < from.length; word += 2) {
    const low = from[word] as number;
    const high = from[word + 1] as number;
    const value =
      digit < 2
        ? (low >>> shift) & digitMask
        : digit === 2
          ? (low >>> 22) | ((high & 1) << 10)
          : (high >>> (shift - 32)) & digitMask;
    const place = next[value] as number;
    next[value] = place + 1;
    to[2 * place] = low;
    to[2 * place + 1] = high;
  }
}
