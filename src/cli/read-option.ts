import type { Arguments } from "./command.ts";
import { UsageError } from "./usage-error.ts";

/** A text option; undefined where it is not given. */
export function textOption({ options }: Arguments, name: string): string | undefined {
  const value = options[name];
  if (value === undefined || value === false) return undefined;
  if (Array.isArray(value)) throw new UsageError(`--${name} is given ${value.length} times; give it once`);
  if (value === true) throw new UsageError(`--${name} needs a value`);
  return String(value);
}

/** A natural number from 1; undefined where it is not given. */
export function countOption(given: Arguments, name: string): number | undefined {
  const text = textOption(given, name);
  if (text === undefined) return undefined;
  const count = Number(text);
  if (!Number.isSafeInteger(count) || count < 1) throw new UsageError(`--${name} ${text} is not a count such as 5`);
  return count;
}

export function flagOption({ options }: Arguments, name: string): boolean {
  return options[name] === true;
}

/** A comma-separated list; empty where it is not given. */
export function listOption(given: Arguments, name: string): readonly string[] {
  return (textOption(given, name) ?? "")
    .split(",")
    .map((item) => item.trim())
    .filter((item) => item !== "");
}
