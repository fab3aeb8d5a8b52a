/** The end of a text, from the start of a line on: at most so many characters, with a note of what was left out. */
export function tail(text: string, characters = 4000): string {
  if (text.length <= characters) return text;
  const kept = text.slice(-characters);
  const whole = kept.slice(kept.indexOf("\n") + 1);
  return `… ${text.length - whole.length} characters left out …\n${whole}`;
}
