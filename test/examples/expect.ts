import "../../src/vitest/matchers.ts";

/** For examples of matchers. */
export { expect } from "vitest";
