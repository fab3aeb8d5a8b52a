import "./matchers.ts";

export type { ClaimMeta } from "./claim-meta.ts";
export { claimTests } from "./claim-tests.ts";
export type { ReproductionOptions } from "./matchers/run-matchers.ts";
export type { AssayMatchers } from "./matchers.ts";
