/** A number as it stands in a text. */
export interface NumberToken {
  /** As printed, a minus or plus in front included. */
  readonly text: string;
  /** Of its first and behind its last character. */
  readonly start: number;
  readonly end: number;
}

const number = /\d+(?:,\d{3})+(?:\.\d+)?|\d*\.\d+(?:[eE][-−+]?\d+)?|\d+(?:[eE][-−+]\d+)?/g;

/**
 * Every number of a text in its order, digits of words such as ResNet18 among them. Signs stay outside: a dash in front is
 * a minus as often as a hyphen.
 *
 * @example
 * numberTokens("0.5 of 1,052").map(({ text }) => text); // => ["0.5", "1,052"]
 */
export function numberTokens(text: string): readonly NumberToken[] {
  return [...text.matchAll(number)].map((match) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** The digits that decide whether two printed numbers are the same: without separators of thousands. */
export function digitsOf(token: string): string {
  return token.replaceAll(",", "").replace(/^(?=\.)/, "0");
}
