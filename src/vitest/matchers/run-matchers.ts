import { reportedForJudge } from "../../audit/reported-number.ts";
import { judgeMeasurement } from "../../judge/judge-measurement.ts";
import { parsePrinted } from "../../numbers/printed.ts";
import { type Found, matchers } from "./matcher.ts";

/** What is known of the printed number that runs are held against. */
export interface ReproductionOptions {
  /** In printed units, fixed before running. */
  readonly margin: number;
  /** How many runs the printed number is the mean of. */
  readonly runs?: number;
}

/** Runs of one's own. */
export const runMatchers = matchers({
  /** The runs, one number a seed, reproduce the printed number within the margin, by the judge's equivalence test. */
  toReproduce: {
    example: 'expect([74.2, 74.9, 74.4, 74.6, 74.3]).toReproduce("74.5", { margin: 1 })',
    ask: (received, printed: string, { margin, runs }: ReproductionOptions): Found => {
      if (typeof printed !== "string")
        throw new TypeError(`takes a number as printed, such as "84.30", not ${printed}`);
      const reported = parsePrinted(printed);
      const { verdict, reason, explanation } = judgeMeasurement(
        reportedForJudge({ reported, ...(runs === undefined ? {} : { reportedRuns: runs }) }),
        { values: numbersIn(received) },
        { claimMargin: margin },
      );
      return {
        holds: verdict === "reproduced",
        refuted: verdict === "refuted",
        finding: `${verdict} (${reason}): ${explanation}`,
      };
    },
  },
});

function numbersIn(received: unknown): readonly number[] {
  if (Array.isArray(received) && received.every((value): value is number => typeof value === "number")) return received;
  throw new TypeError(`takes the runs as a list of numbers, not ${typeof received}`);
}
