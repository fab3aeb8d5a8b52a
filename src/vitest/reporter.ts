import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Reporter, TestModule, TestSuite, Vitest } from "vitest/node";
import type { PaperAudit } from "../audit/audit.ts";
import { auditJson } from "../audit/audit-json.ts";
import { summarise } from "../audit/summary.ts";
import type {} from "./claim-meta.ts";

/**
 * After a run of claims: writes the audit of the papers that ran to `assay-report/audit.json` and prints what was decided,
 * paper by paper. The run's own tests need no other reporter beside it but vitest's default one.
 *
 * @example
 * // vitest.config.ts: test: { reporters: ["default", "paper-assay/vitest/reporter"] }
 */
export default function assayReporter({ file = "assay-report/audit.json" }: { readonly file?: string } = {}): Reporter {
  let root = process.cwd();
  let log: (line: string) => void = () => {};
  return {
    onInit(vitest: Vitest) {
      root = vitest.config.root;
      log = (line) => vitest.logger.log(line);
    },
    onTestRunEnd(modules) {
      const papers = modules.flatMap(papersOf).sort((a, b) => (a.id < b.id ? -1 : 1));
      if (papers.length === 0) return;
      const path = join(root, file);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, auditJson(papers));
      log(`\n${papers.map(summarise).join("\n\n")}\n\nThe audit is in ${file}.`);
    },
  };
}

function papersOf(module: TestModule | TestSuite): PaperAudit[] {
  const own = module.type === "suite" ? module.meta().assayPaper : undefined;
  return [...(own === undefined ? [] : [own]), ...[...module.children.suites()].flatMap(papersOf)];
}
