import type { LabelledValue } from "../../checks/labelled-value.ts";
import { asComputed } from "../../checks/printed-in-full.ts";
import type { SpreadKind } from "../../checks/sample-moments.ts";
import type { ValueScale } from "../../checks/value-scale.ts";
import { type Decimal, toRational, tryParseDecimal, withHalfWidth } from "../../numbers/decimal.ts";
import { toNumber } from "../../numbers/rational.ts";
import { type RoundingRule, roundingRules } from "../../numbers/rounding.ts";
import type { Arguments, CommandOption } from "../command.ts";
import { didYouMean } from "../nearest.ts";
import { countOption, flagOption, textOption } from "../read-option.ts";
import { UsageError } from "../usage-error.ts";

export const ruleOption: CommandOption = {
  flags: "--rule <rule>",
  description: `How the numbers were shortened, if that is known: ${roundingRules.join(", ")}. Otherwise nearest with ties either way, and truncation, floor and ceiling as alternatives`,
};

export const epsOption: CommandOption = {
  flags: "--eps <value>",
  description: "Every printed number is known to within ± this, both ends included, instead of by its digits",
};

export const tiesOption: CommandOption = {
  flags: "--ties <yes|no>",
  description: "Whether scores may be tied, if that is known; both are tried otherwise",
};

export const unroundedRunsOption: CommandOption = {
  flags: "--unrounded-runs",
  description: "The runs were averaged in full; otherwise runs that were rounded before are an alternative",
};

export const countOfValues: CommandOption = { flags: "--n <count>", description: "How many values there are" };

export const itemsOption: CommandOption = {
  flags: "--items <count>",
  description: "Each value is itself the mean of so many whole numbers, as on a questionnaire; otherwise 1",
};

export const ddofOption: CommandOption = {
  flags: "--ddof <0|1>",
  description: "The SD divides by n (0) or by n − 1 (1), if that is known. Otherwise n − 1, with n as the alternative",
};

export const spreadOption: CommandOption = {
  flags: "--spread <kind>",
  description:
    "What --sd is: sd (otherwise so), sem (the standard error of the mean), or either, where that is not said",
};

export const scaleOption: CommandOption = {
  flags: "--scale <range>",
  description: "The least and greatest value that is possible: 1..5",
};

export const meanAndSd: readonly CommandOption[] = [
  { flags: "--mean <value>", description: "The mean as printed, with all its digits: 2.70 says more than 2.7" },
  { flags: "--sd <value>", description: "The standard deviation as printed" },
];

/** A number as printed, within --eps where that is given; undefined where it is not given itself. */
export function decimalOption(given: Arguments, name: string): Decimal | undefined {
  const text = textOption(given, name);
  return text === undefined ? undefined : knownDecimal(given, name, text);
}

/** The half width that is given instead of a rounding rule. */
export function epsOf(given: Arguments): Decimal | undefined {
  const text = textOption(given, "eps");
  if (text === undefined) return undefined;
  const eps = decimalOf("eps", text);
  if (eps.units < 0n) throw new UsageError(`--eps ${text} is negative; give a half width such as .005`);
  return eps;
}

/** A number as printed that the command has made sure of. */
export function neededDecimal(given: Arguments, name: string): Decimal {
  return knownDecimal(given, name, textOption(given, name) ?? "");
}

/** The same where the check itself asks how the last digits came about. */
export function neededInFull(given: Arguments, name: string): Decimal {
  return withinEps(given, decimalOf(name, textOption(given, name) ?? ""));
}

/** Refuses a share of yes-or-no values that is none: 53 for .53, or 150 %. */
export function requireWithin(name: string, value: Decimal, most: 1 | 100): void {
  const share = toNumber(toRational(value));
  if (share >= 0 && share <= most) return;
  const percent = most === 1 && share > 1 ? "; add --percent where it is in percent" : "";
  throw new UsageError(`--${name} ${value.text} is no share of yes-or-no values, from 0 to ${most}${percent}`);
}

export function neededCount(given: Arguments, name: string): number {
  return countOption(given, name) ?? 0;
}

/** Numbers as printed, between commas; between semicolons, where they hold thousands separators. */
export function decimalsOption(given: Arguments, name: string): readonly Decimal[] {
  return decimalsIn(given, name, textOption(given, name) ?? "");
}

/** The same of a text that is part of an option. */
export function decimalsIn(given: Arguments, name: string, text: string): readonly Decimal[] {
  const texts = text.split(text.includes(";") ? ";" : ",").map((item) => item.trim());
  const values = texts.filter((item) => item !== "").map((item) => knownDecimal(given, name, item));
  if (values.length === 0) throw new UsageError(`--${name} holds no number; give numbers such as 88.25,79.90`);
  const [tail] = text.includes(";") ? [] : values.slice(1).filter((value) => /^0\d\d$/.test(value.text));
  if (tail !== undefined)
    throw new UsageError(
      `--${name} holds ${tail.text}, which looks like the end of a number such as 1,024; write 1024, or separate by semicolons`,
    );
  return values;
}

/** Whole numbers from 0, between commas. */
export function countsOption(given: Arguments, name: string): readonly number[] {
  return decimalsOption(given, name).map((value) => {
    const count = Number(value.units);
    if (value.decimals === 0 && count >= 0 && Number.isSafeInteger(count)) return count;
    throw new UsageError(`--${name} ${value.text} is not a count such as 5`);
  });
}

/** `5..100`: counts from 1. */
export function countRangeOf(given: Arguments, name: string): { readonly least: number; readonly greatest: number } {
  const text = textOption(given, name) ?? "";
  const [, least, greatest] = /^(\d+)\.\.(\d+)$/.exec(text) ?? [];
  const range = { least: Number(least), greatest: Number(greatest) };
  if (range.least >= 1 && range.greatest >= range.least && Number.isSafeInteger(range.greatest)) return range;
  throw new UsageError(`--${name} ${text} is not a range of counts such as 5..100`);
}

/** One of a few words; undefined where it is not given. */
export function choiceOption<T extends string>(given: Arguments, name: string, choices: readonly T[]): T | undefined {
  const text = textOption(given, name);
  const choice = choices.find((candidate) => candidate === text);
  if (text !== undefined && choice === undefined)
    throw new UsageError(`--${name} ${text} is none of ${choices.join(", ")}`);
  return choice;
}

/** `value 1`, `value 2`, … */
export function labelled(values: readonly Decimal[], word: string): readonly LabelledValue[] {
  return values.map((value, index) => ({ label: `${word} ${index + 1}`, value }));
}

/** A weight of 0 or more for each value of a list; none where they are not given. */
export function weightsOf(given: Arguments, count: number, values: string): readonly number[] {
  if (textOption(given, "weights") === undefined) return [];
  const weights = decimalsOption(given, "weights").map((weight) => toNumber(toRational(weight)));
  if (weights.length !== count)
    throw new UsageError(
      `--weights has ${weights.length} numbers and ${values} ${count}; give a weight for each value`,
    );
  if (weights.some((weight) => weight < 0) || weights.every((weight) => weight === 0))
    throw new UsageError("--weights must be 0 or more, and not all 0");
  return weights;
}

/** The closed list of rounding rules: the one that is given, or the check's own. */
export function rulesOf(given: Arguments): { readonly rules?: readonly RoundingRule[] } {
  const text = textOption(given, "rule");
  if (text !== undefined && given.options.has("eps"))
    throw new UsageError("--rule and --eps exclude each other: a number within a half width was not rounded");
  if (text === undefined) return given.options.has("eps") ? { rules: ["half-either"] } : {};
  const rule = roundingRules.find((candidate) => candidate === text);
  if (rule !== undefined) return { rules: [rule] };
  throw new UsageError(`--rule ${text}: ${didYouMean(text, roundingRules, `give one of ${roundingRules.join(", ")}`)}`);
}

/** Whether the numbers are exact instead of rounded. */
export function exactOf(given: Arguments): boolean {
  const exact = flagOption(given, "exact");
  if (exact && given.options.has("eps"))
    throw new UsageError("--exact and --eps exclude each other: an exact number is known to within nothing");
  return exact;
}

export function itemsOf(given: Arguments): { readonly items?: number } {
  const items = countOption(given, "items");
  return items === undefined ? {} : { items };
}

export function ddofOf(given: Arguments): { readonly ddof?: 0 | 1 } {
  const text = textOption(given, "ddof");
  if (text === undefined) return {};
  if (text === "0" || text === "1") return { ddof: text === "0" ? 0 : 1 };
  throw new UsageError(`--ddof ${text} is neither 0 (divide by n) nor 1 (divide by n − 1)`);
}

export function spreadOf(given: Arguments): { readonly spread?: SpreadKind } {
  const spread = choiceOption(given, "spread", ["sd", "sem", "either"]);
  return spread === undefined ? {} : { spread };
}

export function tiesOf(given: Arguments): { readonly ties?: boolean } {
  const text = textOption(given, "ties");
  if (text === undefined) return {};
  if (text === "yes" || text === "no") return { ties: text === "yes" };
  throw new UsageError(`--ties ${text} is neither yes nor no`);
}

/** Whether the runs were averaged in full; a misuse where no runs are told, or rounded ones. */
export function unroundedRunsOf(given: Arguments): { readonly unroundedRuns?: boolean } {
  if (!flagOption(given, "unrounded-runs")) return {};
  if (!given.options.has("runs")) throw new UsageError("--unrounded-runs needs --runs, how many there are");
  if (given.options.has("decimals"))
    throw new UsageError("--unrounded-runs and --decimals exclude each other: runs with so many decimals were rounded");
  return { unroundedRuns: true };
}

/** `1..5`; undefined where it is not given. */
export function scaleOf(given: Arguments): ValueScale | undefined {
  const text = textOption(given, "scale");
  if (text === undefined) return undefined;
  const [minimum, maximum, more] = text.split("..").map(numberIn);
  if (minimum !== undefined && maximum !== undefined && more === undefined && minimum <= maximum)
    return { minimum, maximum };
  throw new UsageError(`--scale ${text} is not a range such as 1..5`);
}

function numberIn(text: string): number | undefined {
  const decimal = tryParseDecimal(text);
  return decimal === undefined ? undefined : Number(decimal.text.replaceAll(",", ""));
}

function knownDecimal(given: Arguments, name: string, text: string): Decimal {
  return asComputed(withinEps(given, decimalOf(name, text)));
}

function withinEps(given: Arguments, value: Decimal): Decimal {
  const eps = epsOf(given);
  return eps === undefined ? value : withHalfWidth(value, eps);
}

function decimalOf(name: string, text: string): Decimal {
  const value = tryParseDecimal(text);
  if (value !== undefined) return value;
  throw new UsageError(`--${name} ${text} is not a number as printed, such as 84.30 or .91${remedyOf(text)}`);
}

/** What is wrong with a number that a person can read. */
function remedyOf(text: string): string {
  if (/^[-+]?\d+,\d+$/.test(text)) return `; write a point for the decimal comma: ${text.replace(",", ".")}`;
  if (/^[-+]?[\d.]+\s*%$/.test(text)) return `; leave out the percent sign: ${text.replace(/\s*%$/, "")}`;
  if (/^[-+]?[\d.]+\s*(?:±|\+-|\()/.test(text)) return "; give it without its spread";
  return /^[\d.]+(?:\s+[\d.]+)+$/.test(text) ? "; separate numbers by commas" : "";
}
