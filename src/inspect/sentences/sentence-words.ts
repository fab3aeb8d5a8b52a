/** A word, number or joining sign of a text. */
export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Letters and digits are told apart, so that CIFAR10, CIFAR-10 and CIFAR 10 are the same words. */
export function wordsOf(text: string): readonly Word[] {
  return [...text.matchAll(/\p{L}[\p{L}\p{M}]*|\d+(?:\.\d+)?|[+&@]/gu)].map((found) => ({
    text: found[0],
    start: found.index,
    end: found.index + found[0].length,
  }));
}
