import { spawnSync } from "node:child_process";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { pdfReport } from "../../reports/formats/pdf-report.ts";
import { type RenderedReports, renderReports, reportFormats } from "../../reports/render-report.ts";
import { paperView } from "../../reports/view-models/paper-view.ts";
import { plotViews } from "../../reports/view-models/plot-views.ts";
import { verdictView } from "../../reports/view-models/verdict-view.ts";
import { sampleAudit } from "./sample-audit.ts";

let reports: RenderedReports;
const [first] = sampleAudit.papers;
const bytesOf = (path: string): Buffer => {
  const content = reports.files[path];
  if (content === undefined) throw new Error(`no ${path} among ${Object.keys(reports.files).join(", ")}`);
  return Buffer.from(content);
};
const textOf = (path: string): string => bytesOf(path).toString("utf8");

beforeAll(async () => {
  reports = await renderReports(sampleAudit, { formats: reportFormats });
});

describe("every format", () => {
  test("is there for every paper, and plots have their data beside them", () => {
    const paths = Object.keys(reports.files);
    for (const { id } of sampleAudit.papers) {
      expect(paths).toEqual(expect.arrayContaining([`${id}.html`, `${id}.md`, `tables/${id}-claims.tex`]));
    }
    expect(paths).toContain("index.html");
    const plots = paths.filter((path) => path.endsWith(".svg"));
    expect(plots.length).toBeGreaterThanOrEqual(3);
    const data = plots.map((path) => path.replace(/svg$/, path.includes("-picture-") ? "png" : "csv"));
    expect(paths).toEqual(expect.arrayContaining(data));
    const made = paths.filter((path) => path.endsWith(".pdf"));
    const reasons = reports.omitted.map(({ reason }) => reason);
    const pdfs = sampleAudit.papers.flatMap(({ id }) => [
      `${id}.pdf`,
      `letters/${id}.pdf`,
      `codecheck/${id}/codecheck/codecheck.pdf`,
    ]);
    expect([...made, ...reports.omitted.map(({ path }) => path)].sort()).toEqual([...pdfs, "index.pdf"].sort());
    for (const reason of reasons) expect(reason).toMatch(/Typst compiler is not installed/);
  });

  test.each(["k9de-2021.html", "k9de-2021.md", "tables/k9de-2021-claims.tex"])(
    "%s names every verdict and claim",
    (path) => {
      const text = textOf(path).replace(/[\\{}]/g, "");
      for (const claim of first?.claims ?? []) {
        expect(text).toContain(verdictView(claim.verdict, claim.indication).label);
        if (!path.endsWith(".tex")) expect(text).toContain(claim.id);
      }
    },
  );

  test("the same audit gives the same bytes", async () => {
    const again = await renderReports(structuredClone(sampleAudit), { formats: reportFormats });
    expect(Object.keys(again.files)).toEqual(Object.keys(reports.files));
    for (const [path, content] of Object.entries(again.files)) {
      expect(Buffer.from(content).equals(bytesOf(path)), path).toBe(true);
    }
  });

  test("one paper alone is the index", async () => {
    const { files } = await renderReports(
      { ...sampleAudit, papers: sampleAudit.papers.slice(1) },
      { formats: ["html"] },
    );
    expect(Object.keys(files)).toEqual(["index.html"]);
  });

  test("a field that is missing or unformatted is an error that names it", () => {
    if (first === undefined) throw new Error("the sample audit has no paper");
    const broken = { ...first, narrative: { ...first.narrative, scope: "undefined" } };
    expect(() => paperView(sampleAudit, broken, [])).toThrow(/k9de-2021: summary\.scope: unformatted/);
  });
});

describe("HTML", () => {
  test("asks for nothing: no scripts, no addresses but the citation's", () => {
    for (const path of ["index.html", "k9de-2021.html", "sohn-2021.html"]) {
      const text = textOf(path);
      expect(text).not.toMatch(/<script|<link|<iframe|@import|url\(|\bsrc=/i);
      const addresses = [...text.matchAll(/href="(https?:[^"]*)"/g)].map(([, address]) => address);
      expect(
        addresses.filter((address) => !sampleAudit.papers.some(({ citation }) => citation.url === address)),
      ).toEqual([]);
    }
  });

  test("every id occurs once and every link inside the page leads somewhere", () => {
    const text = textOf("k9de-2021.html");
    const ids = [...text.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    for (const [, target] of text.matchAll(/href="#([^"]*)"/g)) expect(ids).toContain(target);
    for (const [, targets = ""] of text.matchAll(/aria-labelledby="([^"]*)"/g)) {
      for (const target of targets.split(" ")) expect(ids).toContain(target);
    }
  });

  test("every header cell has a scope, every plot a name, every verdict a filter", () => {
    const text = textOf("k9de-2021.html");
    expect(text.match(/<th(?![^>]*\bscope=)[ >]/g)).toBeNull();
    for (const [svg] of text.matchAll(/<svg[\s\S]*?<\/svg>/g)) {
      expect(svg).toMatch(/role="img"/);
      expect(svg).toMatch(/<title id="[^"]+">[^<]+<\/title><desc id="[^"]+">[^<]+<\/desc>/);
    }
    const { byVerdict = {}, byIndication = {} } = first?.coverage ?? {};
    const indicated = Object.keys(byIndication).map((verdict) => `${verdict}-indication`);
    expect(indicated).not.toEqual([]);
    for (const verdict of [...Object.keys(byVerdict), ...indicated]) {
      expect(text).toContain(`id="show-${verdict}"`);
      expect(text).toContain(`#show-${verdict}:not(:checked)) .v-${verdict} { display: none; }`);
      expect(text).toMatch(new RegExp(`<tr class="claim v-${verdict}"`));
    }
  });

  test("opened tags are closed in order", () => {
    const open: string[] = [];
    const voids = new Set(["meta", "br", "input"]);
    const text = textOf("k9de-2021.html")
      .replace(/<style>[\s\S]*?<\/style>/g, "")
      .replace("<!DOCTYPE html>", "");
    for (const [, slash, name = "", , self] of text.matchAll(/<(\/?)([a-zA-Z0-9]+)((?:[^>"]|"[^"]*")*?)(\/?)>/g)) {
      if (slash === "/") expect(open.pop()).toBe(name);
      else if (self !== "/" && !voids.has(name)) open.push(name);
    }
    expect(open).toEqual([]);
  });
});

describe("Markdown", () => {
  test("all rows of a table have as many cells as its header", () => {
    for (const path of Object.keys(reports.files).filter((name) => name.endsWith(".md"))) {
      const tables = textOf(path)
        .split(/\n(?!\|)/)
        .map((block) => block.split("\n").filter((line) => line.startsWith("|")));
      for (const lines of tables.filter((table) => table.length > 0)) {
        expect(lines[1]).toMatch(/^\|( -{3}:? \|)+$/);
        expect(new Set(lines.map((line) => line.replace(/\\\||\\\\/g, "").split("|").length)).size).toBe(1);
      }
    }
  });

  test("refers to plots that exist", () => {
    const targets = [...textOf("k9de-2021.md").matchAll(/\]\((plots\/[^)]*)\)/g)].map(([, target]) => target);
    expect(targets.length).toBeGreaterThan(0);
    for (const target of targets) expect(Object.keys(reports.files)).toContain(target);
  });
});

describe("LaTeX", () => {
  test("rows have as many cells as the table has columns, environments and braces close", () => {
    const sources = Object.keys(reports.files).filter((path) => path.endsWith(".tex"));
    for (const source of sources) {
      const text = textOf(source).replace(/^%.*$/gm, "");
      const begun = [...text.matchAll(/\\begin\{(\w+)\}/g)].map(([, name]) => name).sort();
      const ended = [...text.matchAll(/\\end\{(\w+)\}/g)].map(([, name]) => name).sort();
      expect(begun).toEqual(ended);
      const bare = text.replace(/\\[{}\\]/g, "");
      expect(bare.split("{").length, source).toBe(bare.split("}").length);
      const body = text.split("\\midrule")[1]?.split(/\\bottomrule/)[0] ?? "";
      const counts = body
        .split("\n")
        .filter((line) => line.endsWith("\\\\"))
        .map((line) => line.split(/(?<!\\)&/).length);
      expect(new Set(counts).size, source).toBeLessThanOrEqual(1);
    }
  });

  test("defines a mark for each verdict", () => {
    const macros = textOf("tables/verdicts.tex");
    for (const verdict of Object.keys(first?.coverage.byVerdict ?? {})) {
      expect(macros).toContain(`\\expandafter\\def\\csname assay:${verdict}\\endcsname{`);
    }
  });
});

describe("PDF", () => {
  beforeEach((context) => {
    if (reports.omitted.length > 0) context.skip("the Typst compiler is not installed");
  });

  test("is a tagged PDF/UA-1 whose title is the report's", (context) => {
    const bytes = bytesOf("k9de-2021.pdf");
    expect(bytes.subarray(0, 5).toString("latin1")).toBe("%PDF-");
    expect(bytes.toString("latin1")).toContain("pdfuaid");
    const { stdout, error } = spawnSync("pdfinfo", ["-"], { input: bytes, encoding: "utf8" });
    if (error !== undefined) context.skip("pdfinfo is not installed");
    expect(stdout).toMatch(/Tagged:\s+yes/);
    expect(stdout).toMatch(/Title:\s+Audit: Re 'Learning/);
  });

  test("holds every verdict in words, and all its fonts", (context) => {
    const input = bytesOf("k9de-2021.pdf");
    const { stdout, error } = spawnSync("pdftotext", ["-", "-"], { input, encoding: "utf8" });
    if (error !== undefined) context.skip("pdftotext is not installed");
    const text = stdout.replace(/\s+/g, " ");
    for (const claim of first?.claims ?? []) expect(text).toContain(verdictView(claim.verdict, claim.indication).word);
    const fonts = spawnSync("pdffonts", ["-"], { input, encoding: "utf8" }).stdout.trim().split("\n").slice(2);
    expect(fonts.length).toBeGreaterThan(1);
    for (const font of fonts) expect(font).toMatch(/ yes yes (yes|no) +\d+ +\d+$/);
  });

  test("names the paper where its source does not compile", async () => {
    if (first === undefined) throw new Error("the sample audit has no paper");
    const [plot] = plotViews(first);
    if (plot === undefined) throw new Error("the sample audit has no plot");
    const view = paperView(sampleAudit, first, [{ ...plot, view: { ...plot.view, svg: "no picture" } }]);
    await expect(pdfReport(view)).rejects.toThrow(/report of k9de-2021: Typst/);
  });
});
