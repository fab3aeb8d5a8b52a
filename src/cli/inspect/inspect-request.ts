import type { InspectOptions } from "../../inspect/inspect-options.ts";
import type { LineOverride, LineRole, ReadingOverrides, ScoreUnit } from "../../tables/table-reading.ts";
import { ruleOption, rulesOf, scaleOf, scaleOption } from "../calc/printed-options.ts";
import type { Arguments, CommandOption } from "../command.ts";
import { didYouMean } from "../nearest.ts";
import { countOption, listOption, numberOption } from "../read-option.ts";
import { UsageError } from "../usage-error.ts";

/** What a user may say of tables, in the words of `assay table` and `assay scan`. */
export const inspectOptions: readonly CommandOption[] = [
  {
    flags: "--column <name=what>",
    description:
      'What a column is: its role, unit or direction, such as "Avg=score", "#3=sd", "Acc=percent,higher" or "n=43"; repeat it for several',
  },
  { flags: "--row <name=what>", description: 'The same for a row, such as "Mean=average"' },
  { flags: "--header-rows <count>", description: "How many rows at the top name the columns" },
  { flags: "--n <count>", description: "How many examples or values every score rests on" },
  { flags: "--runs <count>", description: "Over how many runs every score is averaged" },
  scaleOption,
  { flags: "--positives <count>", description: "Positive examples of the test set behind every row" },
  { flags: "--negatives <count>", description: "Negative examples of it" },
  {
    flags: "--weights <name=weight,...>",
    description: 'Weights of averages by column: "CIFAR-10=10,CIFAR-100=20"; absent: none',
  },
  ruleOption,
  { flags: "--only <checks>", description: "Only these checks, separated by commas" },
];

/** What was said of the tables; throws a UsageError that names the option and what it may be. */
export function inspectRequest(
  given: Arguments,
  checkNames: readonly string[],
): { readonly overrides: ReadingOverrides; readonly options: InspectOptions } {
  const headerRows = numberOption(given, "header-rows");
  const columns = lineOverrides(given, "column");
  const rows = lineOverrides(given, "row");
  const [rule] = rulesOf(given).rules ?? [];
  const scale = scaleOf(given);
  const [count, runs] = [countOption(given, "n"), countOption(given, "runs")];
  const [positives, negatives] = [countOption(given, "positives"), countOption(given, "negatives")];
  if ((positives === undefined) !== (negatives === undefined))
    throw new UsageError(
      `--${positives === undefined ? "negatives needs --positives" : "positives needs --negatives"}: both classes have a size`,
    );
  const weights = weightsOf(given);
  const checks = listOption(given, "only");
  const unknown = checks.find((name) => !checkNames.includes(name));
  if (unknown !== undefined)
    throw new UsageError(
      `--only: there is no check "${unknown}"; ${didYouMean(unknown, checkNames, `there are ${checkNames.join(", ")}`)}`,
    );
  return {
    overrides: {
      ...(headerRows === undefined ? {} : { headerRows }),
      ...(columns === undefined ? {} : { columns }),
      ...(rows === undefined ? {} : { rows }),
    },
    options: {
      ...(rule === undefined ? {} : { rule }),
      ...(count === undefined ? {} : { count }),
      ...(runs === undefined ? {} : { runs }),
      ...(scale === undefined ? {} : { scale }),
      ...(positives === undefined ? {} : { positives }),
      ...(negatives === undefined ? {} : { negatives }),
      ...(weights === undefined ? {} : { weights }),
      ...(checks.length === 0 ? {} : { checks }),
    },
  };
}

const roles: Readonly<Record<LineRole, true>> = {
  name: true,
  score: true,
  sd: true,
  n: true,
  count: true,
  "p-value": true,
  mark: true,
  rank: true,
  average: true,
  total: true,
  difference: true,
  other: true,
  words: true,
  empty: true,
};

const units: Readonly<Record<ScoreUnit, true>> = { percent: true, fraction: true, other: true };

function lineOverrides(given: Arguments, name: "column" | "row"): Readonly<Record<string, LineOverride>> | undefined {
  const said = given.options.get(name);
  if (said === undefined) return undefined;
  return Object.fromEntries(said.map((text) => lineOverride(name, String(text))));
}

function lineOverride(option: string, text: string): readonly [line: string, override: LineOverride] {
  // A name may hold "=" itself; what is said of it never does, but for n=43.
  const parts = /^(?<line>.+?)=(?<said>[a-z0-9,=-]+)$/.exec(text)?.groups;
  if (parts?.line === undefined || parts.said === undefined)
    throw new UsageError(`--${option} ${text} is not like "Avg=average" or "#3=percent,higher"`);
  const found = parts.said.split(",").map((word) => wordOverride(option, text, word));
  return [parts.line, Object.assign({}, ...found)];
}

function wordOverride(option: string, text: string, word: string): LineOverride {
  if (word in roles) return { role: word as LineRole };
  if (word in units) return { unit: word as ScoreUnit };
  if (word === "higher" || word === "lower") return { better: word };
  const count = /^(?:n=)?(\d{1,15})$/.exec(word)?.[1];
  if (count !== undefined) return { count: BigInt(count) };
  const known = [...Object.keys(roles), ...Object.keys(units), "higher", "lower"];
  throw new UsageError(
    `--${option} ${text}: "${word}" is no role, unit or direction; ${didYouMean(word, known, `there are ${known.join(", ")}, and counts such as 43`)}`,
  );
}

function weightsOf(given: Arguments): Readonly<Record<string, number>> | undefined {
  const said = listOption(given, "weights");
  if (said.length === 0) return undefined;
  const names = said.map((text) => text.replace(/=[^=]*$/, ""));
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined) throw new UsageError(`--weights gives "${twice}" two weights`);
  return Object.fromEntries(
    said.map((text) => {
      const parts = /^(.+)=(\d{1,9})$/.exec(text);
      if (parts?.[1] === undefined) throw new UsageError(`--weights: "${text}" is not like CIFAR-10=10`);
      return [parts[1], Number(parts[2])];
    }),
  );
}
