import type { CheckResult } from "../../checks/check-result.ts";
import type { Judgement } from "../../judge/judgement.ts";
import { type Arguments, type Command, type CommandOption, commandName, jsonOption } from "../command.ts";
import { type ExitCode, exitCode } from "../exit-code.ts";
import { flagOption } from "../read-option.ts";
import { UsageError } from "../usage-error.ts";
import { resultStory, verdictStory } from "./result-story.ts";

export type CalculationResult = CheckResult | Judgement;

export interface Calculation extends Pick<Command, "summary" | "description" | "options" | "examples"> {
  /** The word behind `calc`. */
  readonly name: string;
  /** Options that must be given. */
  readonly needs: readonly string[];
  readonly calculate: (given: Arguments) => CalculationResult;
}

/** A check as a command: every option it needs is asked for with an example, and its result is printed as it is. */
export function calculation({ name, needs, calculate, options, ...words }: Calculation): Command {
  const command = {
    ...words,
    usage: `calc ${name}`,
    group: "judge" as const,
    options: [...options, resultAsJson],
  };
  return {
    ...command,
    run: async (given, shell) => {
      requireOptions(given, command, needs);
      const result = blaming(command, () => calculate(given));
      if (flagOption(given, "json")) shell.print(JSON.stringify(result, null, 1));
      else shell.print("check" in result ? resultStory(result) : verdictStory(result));
      return exitOfResult(result);
    },
  };
}

const resultAsJson: CommandOption = {
  ...jsonOption,
  description: "Print the whole result as JSON, as the library gives it",
};

function requireOptions(
  { options }: Arguments,
  command: Pick<Command, "usage" | "examples">,
  needs: readonly string[],
): void {
  const missing = needs.filter((need) => !options.has(need)).map((need) => `--${need}`);
  if (missing.length === 0) return;
  const list = [missing.slice(0, -1).join(", "), ...missing.slice(-1)].filter((part) => part !== "").join(" and ");
  throw new UsageError(`\`assay ${commandName(command)}\` needs ${list}; for example: ${exampleOf(command)}`);
}

function exampleOf({ examples }: Pick<Command, "examples">): string {
  const [first = [""] as const] = examples;
  return first[0];
}

/** What a check refuses is a mistake in what was given; it speaks of the command instead of the function. */
function blaming<T>(command: Pick<Command, "usage" | "examples">, calculate: () => T): T {
  try {
    return calculate();
  } catch (error) {
    const refused = error instanceof RangeError && /^(?:check|judge|flags)\w+: /.test(error.message);
    if (!refused && !(error instanceof SyntaxError)) throw error;
    throw new UsageError(
      `${command.usage}: ${error.message.replace(/^\w+: /, "")}; for example: ${exampleOf(command)}`,
    );
  }
}

function exitOfResult(result: CalculationResult): ExitCode {
  switch ("check" in result ? result.outcome : result.verdict) {
    case "consistent":
    case "reproduced":
      return exitCode.done;
    case "inconsistent":
    case "refuted":
      return exitCode.fails;
    default:
      return exitCode.open;
  }
}
