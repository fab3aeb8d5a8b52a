/**
 * A field that a person fills in before the file is published. Tools that read such files, CODECHECK's among them, know
 * the word and refuse it, so that no blank is published by mistake.
 */
export function blank(what: string): string {
  return `FIXME: ${what}`;
}
