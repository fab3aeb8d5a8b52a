import { describe, expect, test } from "vitest";
import { tellApart } from "../../reports/view-models/common-setting.ts";

describe("places are told apart", () => {
  test("without what all have in common, or those that have it at all", () => {
    const hscae = { detector: "hscae", condition: "kept", latent: 8 };
    const places = [
      { ...hscae, distance: "softmax", level: 1 },
      { ...hscae, distance: "softmax", level: 5 },
      { detector: "odin", perturbation: "with", latent: 8 },
    ];
    expect(tellApart(places)).toEqual({
      labels: ["hscae, level 1", "hscae, level 5", "odin"],
      notes: ["All with latent 8.", "Where it applies, with condition kept, distance softmax, perturbation with."],
    });
  });

  test("but never so that two become alike, or one is left without a word", () => {
    expect(tellApart([{ a: "x" }, { b: "y" }])).toEqual({ labels: ["x", "y"], notes: [] });
    expect(tellApart([{ a: "x" }, {}])).toEqual({ labels: ["x", ""], notes: [] });
    expect(tellApart([{ a: "x", b: 1 }, { b: 1 }, { a: "x", b: 2 }]).labels).toEqual(["x, b 1", "b 1", "x, b 2"]);
  });

  test("a single one by all that it has", () => {
    expect(tellApart([{ a: "x", b: 1 }])).toEqual({ labels: ["x, b 1"], notes: [] });
  });
});
