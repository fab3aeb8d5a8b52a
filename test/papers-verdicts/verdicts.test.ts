import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { committedVerdicts, compareVerdicts, describeChanges } from "../../src/audit/committed-verdicts.ts";
import { makeAudit } from "../../src/cli/make-audit.ts";
import { paperIds } from "../../src/cli/papers.ts";
import { readVerdicts } from "../../src/cli/verdicts-file.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

describe("the verdicts of every paper, by committed evidence", () => {
  it.each(paperIds())("%s: are those of its verdicts.json", async (id) => {
    const { papers } = await makeAudit([id], undefined);
    const [paper] = papers;
    if (paper === undefined) throw new Error(`no audit of ${id}`);
    const changes = compareVerdicts(readVerdicts(join(root, "claims", id, "verdicts.json")), committedVerdicts(paper));
    const accept = `if that is meant, accept it by: npm run --silent build && npx assay check ${id} --update`;
    expect(describeChanges(changes), `${describeChanges(changes).join("\n")}\n${accept}`).toEqual([]);
  });
});

describe("comparing verdicts", () => {
  it("names what was added, removed and changed", () => {
    const changes = compareVerdicts(
      { kept: "consistent", gone: "refuted", turned: "conditional: true under truncation" },
      { kept: "consistent", turned: "conditional: true under floor", fresh: "not-run" },
    );
    expect(describeChanges(changes)).toEqual([
      "+ fresh: not-run",
      "- gone: refuted",
      "~ turned: conditional: true under truncation → conditional: true under floor",
    ]);
  });

  it("is not misled by a claim that is named like a member of every object", () => {
    expect(compareVerdicts({}, { constructor: "consistent" }).added).toEqual([
      { claim: "constructor", verdict: "consistent" },
    ]);
  });
});
