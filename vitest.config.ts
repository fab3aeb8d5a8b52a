import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    projects: [
      { test: { name: "unit", include: ["test/**/*.test.ts"], testTimeout: 60_000 } },
      { test: { name: "claims", include: ["claims/*/*.test.ts"] } },
    ],
  },
});
