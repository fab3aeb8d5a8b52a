import type { Arguments } from "./command.ts";
import { UsageError } from "./usage-error.ts";

/** A text option; undefined where it is not given. */
export function textOption({ options }: Arguments, name: string): string | undefined {
  const values = options.get(name) ?? [];
  if (values.length > 1) throw new UsageError(`--${name} is given ${values.length} times; give it once`);
  const [value] = values;
  return value === true ? undefined : value;
}

/** A natural number from 1; undefined where it is not given. */
export function countOption(given: Arguments, name: string): number | undefined {
  const count = numberOption(given, name);
  if (count === 0) throw new UsageError(`--${name} 0 is not a count such as 5`);
  return count;
}

/** A natural number from 0; undefined where it is not given. */
export function numberOption(given: Arguments, name: string): number | undefined {
  const text = textOption(given, name);
  if (text === undefined) return undefined;
  const number = Number(text);
  if (/^\d+$/.test(text) && Number.isSafeInteger(number)) return number;
  const plain = /^\d{1,3}(?:,\d{3})+$/.test(text) ? `; write ${text.replaceAll(",", "")}` : "";
  throw new UsageError(`--${name} ${text} is not a count such as 5${plain}`);
}

export function flagOption({ options }: Arguments, name: string): boolean {
  return options.has(name);
}

/** A comma-separated list; empty where it is not given. */
export function listOption(given: Arguments, name: string): readonly string[] {
  return (textOption(given, name) ?? "")
    .split(",")
    .map((item) => item.trim())
    .filter((item) => item !== "");
}
