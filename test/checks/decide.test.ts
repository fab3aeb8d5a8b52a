import { describe, expect, it } from "vitest";
import { type Alternative, decide, readingsOf } from "../../src/checks/decide.ts";

const alternative = (truth: Alternative["truth"], ...departures: readonly string[]): Alternative => ({
  departures,
  truth,
});

describe("readingsOf", () => {
  it("leaves out what is true where a part of its departures is enough", () => {
    const all = [
      alternative("true", "weights"),
      alternative("true", "weights", "truncation"),
      alternative("false", "floor"),
      alternative("true", "hidden rows", "floor"),
      alternative("true", "hidden rows", "truncation"),
    ];
    expect(decide("false", readingsOf(all)).rescuedBy).toEqual([
      "weights",
      "hidden rows with floor",
      "hidden rows with truncation",
    ]);
  });

  it("keeps what is unknown, so that nothing counts as false by being left out", () => {
    const all = [alternative("false", "weights"), alternative("unknown", "weights", "truncation")];
    expect(decide("false", readingsOf(all)).outcome).toBe("undecidable");
  });

  it("counts no departures as a part of others when they are the same", () => {
    const all = [alternative("true", "weights"), alternative("true", "weights")];
    expect(decide("false", readingsOf(all)).rescuedBy).toEqual(["weights", "weights"]);
  });
});
