import { beforeAll, describe, expect, test } from "vitest";
import { renderReports } from "../../reports/render-report.ts";
import { verdictView } from "../../reports/view-models/verdict-view.ts";
import type { ClaimAudit } from "../../src/audit/audit.ts";
import { sampleAudit } from "./sample-audit.ts";

let files: Readonly<Record<string, string | Uint8Array>> = {};
const textOf = (path: string): string => {
  const content = files[path];
  if (content === undefined) throw new Error(`no ${path} among ${Object.keys(files).join(", ")}`);
  return Buffer.from(content).toString("utf8");
};

/** The keys of a YAML file with their depth, in order: what a reader of the format looks for. */
const keysOf = (path: string): readonly string[] =>
  [...textOf(path).matchAll(/^( *)(?:- )?([A-Za-z_]+):/gm)].map(([, indent = "", key]) => `${indent.length}${key}`);

/** The string behind a key of the first level. */
const fieldOf = (path: string, key: string): string =>
  JSON.parse(new RegExp(`^${key}: (.*)$`, "m").exec(textOf(path))?.[1] ?? "null");

beforeAll(async () => {
  ({ files } = await renderReports(sampleAudit, {
    formats: ["markdown", "html", "codecheck", "rescience", "badges", "sarif"],
  }));
});

describe("the CODECHECK bundle", () => {
  const path = "codecheck/k9de-2021/codecheck.yml";

  test("has what specification 1.0 demands and recommends", () => {
    expect(textOf(path)).toMatch(/^---\n/);
    const top = keysOf(path).flatMap((key) => (key.startsWith("0") ? [key.slice(1)] : []));
    expect(top).toEqual(expect.arrayContaining(["version", "paper", "manifest", "codechecker", "report"]));
    expect(keysOf(path)).toEqual(expect.arrayContaining(["2title", "2authors", "2reference", "2file", "4comment"]));
    expect(fieldOf(path, "version")).toBe("https://codecheck.org.uk/spec/config/1.0/");
  });

  test("names in its manifest only files that lie beside it", () => {
    for (const { id } of sampleAudit.papers) {
      const named = [...textOf(`codecheck/${id}/codecheck.yml`).matchAll(/^ {2}- file: (".*")$/gm)].map(
        ([, file = ""]): string => JSON.parse(file),
      );
      const made = Object.keys(files).filter((file) => file.startsWith(`codecheck/${id}/codecheck/outputs/`));
      expect(named.map((file) => `codecheck/${id}/${file}`).sort()).toEqual(made.sort());
      expect(named.length).toBeGreaterThan(1);
    }
  });

  test("leaves to a person, marked as CODECHECK's tools know it, who checked, when, and the certificate", () => {
    for (const key of ["check_time", "certificate", "report", "repository"]) {
      expect(fieldOf(path, key), key).toContain("FIXME");
    }
    expect(textOf(path)).toMatch(/codechecker:\n {2}- name: "FIXME/);
  });

  test("holds every cell of a printed table once, and every claim", () => {
    const [first] = sampleAudit.papers;
    const lines = (name: string) => textOf(`codecheck/k9de-2021/codecheck/outputs/${name}.csv`).trim().split("\n");
    const [table] = first?.tables ?? [];
    expect(lines("table-1")).toHaveLength(1 + (table?.cells.flat().length ?? 0));
    expect(lines("claims")).toHaveLength(1 + (first?.claims.length ?? 0));
  });
});

describe("ReScience metadata", () => {
  const path = "rescience/k9de-2021/metadata.yaml";

  test("has the fields that the journal's article template reads", () => {
    // ReScience/template, metadata.yaml and article.py.
    const read =
      "title authors affiliations keywords code data replication abstract bibliography type domain language review contributors dates article journal";
    expect(keysOf(path).flatMap((key) => (key.startsWith("0") ? [key.slice(1)] : []))).toEqual(read.split(" "));
    const inner =
      "name orcid email affiliations code address url doi swh cite bib role received accepted published number issn volume issue";
    const found = new Set(keysOf(path).map((key) => key.slice(1)));
    for (const key of inner.split(" ")) expect(found, key).toContain(key);
  });

  test("cites the audited paper and leaves it to a person whether it was replicated", () => {
    expect(textOf(path)).toContain("COMP6248 Reproducibility Challenge 2021");
    expect(fieldOf(path, "title")).toMatch(/^FIXME: \[Re\].*\[¬Re\]/);
    expect(fieldOf(path, "type")).toBe("Replication");
    expect(fieldOf(path, "abstract")).toContain(sampleAudit.papers[0]?.narrative.scope);
  });
});

describe("the checklist of badges", () => {
  test("has ACM's five, each with boxes that nobody has ticked", () => {
    const text = textOf("badges/k9de-2021.md");
    const sections = text.split(/^## /m).slice(1);
    expect(sections.map((section) => section.split("\n")[0])).toEqual([
      "Artifacts Available",
      "Artifacts Evaluated – Functional",
      "Artifacts Evaluated – Reusable",
      "Results Reproduced",
      "Results Replicated",
    ]);
    for (const section of sections) expect(section).toContain("- [ ] ");
    expect(text).not.toMatch(/- \[x\]/i);
  });

  test("counts the hyper-parameters by their sources", () => {
    expect(textOf("badges/k9de-2021.md")).toContain(
      "Of 4 recorded hyper-parameters, 1 in the paper, 1 in the official code, 1 in a report on it and 1 nowhere",
    );
    expect(textOf("badges/sohn-2021.md")).toContain("No hyper-parameters are recorded.");
  });
});

describe("SARIF", () => {
  test("has a result for each finding, at its claim, under a rule that the log states", () => {
    const log = JSON.parse(textOf("findings.sarif"));
    expect(log.version).toBe("2.1.0");
    const [run] = log.runs;
    const expected = sampleAudit.papers.flatMap(({ id, findings }) => findings.map(({ claim }) => `${id}:${claim}`));
    const results: readonly { ruleId: string; level: string; locations: readonly unknown[] }[] = run.results;
    expect(results.map(({ locations }) => locations)).toEqual(
      expected.map((name) => [{ logicalLocations: [{ fullyQualifiedName: name }] }]),
    );
    expect(results.map(({ level }) => level)).toEqual(["error", "warning"]);
    const rules = run.tool.driver.rules.map(({ id }: { id: string }) => id);
    expect(new Set(rules).size).toBe(rules.length);
    for (const { ruleId } of results) expect(rules).toContain(ruleId);
  });
});

describe("the comparison of audits", () => {
  test("answers each question in a table of every format of the index", () => {
    const html = textOf("index.html");
    const titles = [...html.matchAll(/<caption>([^<]*)/g)].map(([, title]) => title);
    expect(titles.length).toBeGreaterThanOrEqual(6);
    for (const title of titles) expect(textOf("index.md")).toContain(`**${title}**`);
  });

  test("counts claims by verdict as the audits do", () => {
    const table = textOf("index.md").split("**What became of them?**")[1]?.split("**")[0] ?? "";
    const rows = table.split("\n").filter((line) => line.startsWith("|"));
    expect(rows[0]).toBe("| Verdict | k9de-2021 | sohn-2021 |");
    const counted = new Map(
      rows.slice(2).map((row) => [
        row.split("|")[1]?.trim(),
        row
          .split("|")
          .slice(2, -1)
          .map((cell) => cell.trim()),
      ]),
    );
    const decided = sampleAudit.papers.flatMap(({ claims }) => claims);
    const labelOf = ({ verdict, indication }: ClaimAudit) => verdictView(verdict, indication).label;
    const labels = new Set(decided.map(labelOf));
    for (const claim of decided) {
      const counts = sampleAudit.papers.map(
        ({ claims }) => claims.filter((of) => labelOf(of) === labelOf(claim)).length,
      );
      expect(counted.get(`${verdictView(claim.verdict).symbol} ${labelOf(claim)}`), labelOf(claim)).toEqual(
        counts.map((count) => (count === 0 ? "–" : String(count))),
      );
    }
    expect(labels).toContain("inconclusive (indication)");
    expect(counted.size).toBe(labels.size + 1);
  });

  test("every link of the index leads to a page", () => {
    for (const [, target = ""] of textOf("index.md").matchAll(/\]\(([^)]*)\)/g))
      expect(Object.keys(files)).toContain(target);
    for (const [, target = ""] of textOf("index.html").matchAll(/href="([^"#]+)"/g))
      expect(Object.keys(files)).toContain(target);
  });
});
