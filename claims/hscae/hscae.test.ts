import { claimTests } from "../../src/vitest/claim-tests.ts";
import { paper } from "./paper.ts";

await claimTests(paper, new URL("./evidence/", import.meta.url));
