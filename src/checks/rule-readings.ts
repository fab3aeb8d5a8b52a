import type { RoundingRule } from "../numbers/rounding.ts";
import type { CheckResult, Detail } from "./check-result.ts";
import { decide, readingsOf, type Truth } from "./decide.ts";
import { listText } from "./exact-text.ts";
import { ruleWords } from "./rule-words.ts";

/** One way to read a claim: a definition, or a convention, under one rounding rule. */
export interface RuleReading {
  /** In what it departs from the default definition, each to stand behind "under"; absent: in nothing. */
  readonly departures?: readonly string[];
  readonly rule: RoundingRule;
  readonly truth: Truth;
}

interface ReadingsInput {
  readonly check: string;
  readonly readings: readonly RuleReading[];
  /** What is printed and what follows, without the rescue. */
  readonly explanation: string;
  readonly assumptions: readonly string[];
  readonly nearMisses?: readonly string[];
  readonly details: { readonly [name: string]: Detail };
}

/**
 * The result of a claim that is read in several ways, the first being the default: with the alternatives named that
 * rescue it. Throws a RangeError where there is no reading.
 */
export function resultOfReadings(input: ReadingsInput): CheckResult {
  const [first, ...others] = input.readings;
  if (first === undefined) throw new RangeError(`${input.check}: there is no rounding rule to try`);
  const { outcome, rescuedBy } = decide(
    first.truth,
    readingsOf(
      others.map(({ rule, departures = [], truth }) => ({
        departures: [...departures, ...(rule === first.rule ? [] : [ruleWords[rule]])],
        truth,
      })),
    ),
  );
  return {
    check: input.check,
    outcome,
    explanation:
      rescuedBy.length === 0 ? input.explanation : `${input.explanation} It agrees under ${listText(rescuedBy)}.`,
    assumptions: input.assumptions,
    rescuedBy,
    nearMisses: outcome === "consistent" ? [] : (input.nearMisses ?? []),
    details: {
      ...input.details,
      readings: input.readings.map(({ rule, departures = [], truth }) => ({
        rule,
        holds: truth,
        ...(departures.length === 0 ? {} : { variant: departures.join(" with ") }),
      })),
    },
  };
}
