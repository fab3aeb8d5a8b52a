import { expect, it } from "vitest";
import { auditOf } from "../../src/audit/audit-json.ts";
import { auditPaper } from "../../src/audit/audit-paper.ts";
import { exitOf } from "../../src/cli/commands/check.ts";
import { record, twoClasses } from "../audit/records.ts";
import { smallPaper } from "../audit/small-paper.ts";

it("exits 1 for what runs refute, 4 for what they only indicate", () => {
  const claims = smallPaper().claims.filter(({ id }) => id === "m.rbf");
  const exitUnder = (protocol: "paper" | "reduced", share: number) => {
    const records = [0, 0.001, -0.001].map((change, index) =>
      record(index + 1, twoClasses(share + change, share + change), { protocol }),
    );
    return exitOf(auditOf([auditPaper(smallPaper({ claims }), { records, presentCode: {} })]));
  };
  expect([exitUnder("paper", 0.5), exitUnder("reduced", 0.5)]).toEqual([1, 4]);
  expect([exitUnder("paper", 0.625), exitUnder("reduced", 0.625)]).toEqual([0, 4]);
});
