import "./matchers.ts";

export type { ClaimMeta } from "./claim-meta.ts";
export { claimTests } from "./claim-tests.ts";
export type { AssayMatchers, ReproductionOptions } from "./matchers.ts";
