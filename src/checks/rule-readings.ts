import type { RoundingRule } from "../numbers/rounding.ts";
import type { CheckResult, Detail } from "./check-result.ts";
import { decide, type Truth } from "./decide.ts";
import { listText } from "./exact-text.ts";
import { ruleWords } from "./rule-words.ts";

/** One way to read a claim: a definition, or a convention, under one rounding rule. */
export interface RuleReading {
  /** What it is other than the default definition, to stand behind "under"; absent: the default definition. */
  readonly variant?: string;
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
 * rescue it. A variant under another rule counts only where neither of the two rescues it alone.
 * Throws a RangeError where there is no reading.
 */
export function resultOfReadings(input: ReadingsInput): CheckResult {
  const [first, ...others] = input.readings;
  if (first === undefined) throw new RangeError(`${input.check}: there is no rounding rule to try`);
  const alone = new Set(
    others
      .filter(({ truth, rule, variant }) => truth === "true" && (rule === first.rule || variant === first.variant))
      .map(({ rule, variant }) => `${rule === first.rule ? "" : rule}|${variant === first.variant ? "" : variant}`),
  );
  const plain = others.filter(
    ({ rule, variant }) =>
      rule === first.rule || variant === first.variant || !(alone.has(`${rule}|`) || alone.has(`|${variant}`)),
  );
  const { outcome, rescuedBy } = decide(
    first.truth,
    plain.map(({ rule, variant, truth }) => ({
      name: [
        ...(variant === first.variant ? [] : [variant ?? ""]),
        ...(rule === first.rule ? [] : [ruleWords[rule]]),
      ].join(" with "),
      truth,
    })),
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
      readings: input.readings.map(({ rule, variant, truth }) => ({
        rule,
        holds: truth,
        ...(variant === undefined ? {} : { variant }),
      })),
    },
  };
}
