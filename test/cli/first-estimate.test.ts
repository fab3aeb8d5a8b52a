import { expect, it } from "vitest";
import { firstEstimate } from "../../src/cli/first-estimate.ts";

const at = (done: number, stage = "train") => ({ stage, done, total: 100 });
const alone = { planned: 1, recorded: 0, running: 1, elsewhere: 0 };

it("goes by the pace since the stage began, or was gone on with", () => {
  const estimate = firstEstimate(1);
  estimate.started("a", 0);
  expect(estimate.remaining("a", at(0, "start"), 0, alone)).toBeUndefined();
  expect(estimate.remaining("a", at(90), 5, alone)).toBeUndefined();
  expect(estimate.remaining("a", at(91), 6, alone), "too early to tell").toBeUndefined();
  // Five in ten seconds, five to go.
  expect(estimate.remaining("a", at(95), 15, alone)).toBe(10);
});

it("takes the cells that wait to last as long, shared with whoever else is at cells of the run", () => {
  const left = (standing: typeof alone): number | undefined => {
    const estimate = firstEstimate(1);
    estimate.started("a", 0);
    estimate.remaining("a", at(0), 0, standing);
    return estimate.remaining("a", at(50), 50, standing);
  };
  expect(left(alone)).toBe(50);
  expect(left({ ...alone, planned: 4 })).toBe(50 + 3 * 100);
  // One of the three others is being run elsewhere, where one of the last two will be, too.
  expect(left({ ...alone, planned: 4, elsewhere: 1 })).toBe(50 + 100);
  expect(left({ ...alone, planned: 2, elsewhere: 1 })).toBe(50);
});
