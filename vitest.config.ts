import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    // The default leaves one core idle, which is half of a small machine.
    maxWorkers: "100%",
    // The second one speaks where claims ran: what holds, paper by paper, and assay-report/audit.json.
    reporters: ["default", "./src/vitest/reporter.ts"],
    // Tables and evidence are read, not imported: editing one decides its paper's claims again.
    watchTriggerPatterns: [
      {
        pattern: /claims\/([^/]+)\/(?:tables|evidence)\//,
        testsToRun: (_, [, paper]) => `claims/${paper}/${paper}.test.ts`,
      },
    ],
    projects: [
      { test: { name: "unit", include: ["test/**/*.test.ts"], testTimeout: 60_000, hookTimeout: 60_000 } },
      { test: { name: "claims", include: ["claims/*/*.test.ts"] } },
    ],
  },
});
