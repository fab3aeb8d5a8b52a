import type { Matcher as VitestMatcher } from "vitest";
import type { CheckResult } from "../../checks/check-result.ts";
import type { Decimal } from "../../numbers/decimal.ts";

/** What an assertion finds, for it, against it, or neither, in words. */
export interface Found {
  readonly holds: boolean;
  readonly refuted: boolean;
  readonly finding: string;
}

/** One matcher: how it is used, and what it asks. Its JSDoc is what an editor shows. */
interface Matcher {
  /** An assertion that passes, as documents and messages show it. */
  readonly example: string;
  /** `received` is what `expect` was given, `given` what the matcher was. */
  readonly ask: (received: unknown, ...given: never[]) => CheckResult | Found;
}

export type Family = Readonly<Record<string, Matcher>>;

/** A family of matchers; the type of each is that of what it asks. */
export function matchers<const Own extends Family>(family: Own): Own {
  return family;
}

/** The matchers of a family as vitest's `expect` offers them. */
export type Asserted<Own, Result> = {
  [Name in keyof Own]: Own[Name] extends { readonly ask: infer Ask } ? (...given: GivenTo<Ask>) => Result : never;
};

type GivenTo<Ask> = Ask extends (received: never, ...given: infer Given) => unknown ? Given : never;

/** What a check is asked, but for what the matcher itself reads; numbers as printed are texts. */
export type Asked<Input, Read extends keyof Input> = {
  [Name in keyof Input as Exclude<Name, Read>]: Input[Name] extends Decimal | undefined ? string : Input[Name];
};

/** A family as `expect.extend` takes it. */
export function forVitest(family: Family): Record<string, VitestMatcher> {
  return Object.fromEntries(Object.entries(family).map(([name, matcher]) => [name, vitestMatcher(name, matcher)]));
}

function vitestMatcher(name: string, { example, ask }: Matcher): VitestMatcher {
  return function (received: unknown, ...given: unknown[]) {
    const { holds, refuted, finding } = orMisuse(name, example, () => {
      const needed = ask.length - 1;
      if (given.length < needed) throw new TypeError(`needs ${needed} in its parentheses and has ${given.length}`);
      // What TypeScript did not refuse, the reading of what is printed does.
      return ask(received, ...(given as never[]));
    });
    return {
      // What cannot be decided passes neither way.
      pass: this.isNot ? !refuted : holds,
      message: () => finding,
      actual: received,
      expected: given.length === 1 ? given[0] : given,
    };
  };
}

/** Misuse is an error of its own, not a failed assertion: a TypeError of one line that says how to mend it. */
function orMisuse(name: string, example: string, ask: () => CheckResult | Found): Found {
  try {
    const result = ask();
    return "check" in result ? foundBy(result) : result;
  } catch (error) {
    if (!(error instanceof TypeError || error instanceof RangeError || error instanceof SyntaxError)) throw error;
    const said = error.message.replace(/^(?:check|judge|flags)\w+: /, "");
    const join = /^(?:takes|needs) /.test(said) ? " " : ": ";
    throw new TypeError(`${name}${join}${said}; for example: ${example}`, { cause: error });
  }
}

function foundBy({ outcome, explanation }: CheckResult): Found {
  return {
    holds: outcome === "consistent",
    refuted: outcome === "inconsistent",
    finding: `${outcome}: ${explanation}`,
  };
}
