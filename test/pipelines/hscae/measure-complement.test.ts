import { expect, test } from "vitest";
import { measureComplement } from "../../../src/pipelines/hscae/measure-complement.ts";

function detector(confidence: readonly number[]) {
  const predicted = new Uint8Array(confidence.length);
  return { at: {}, confidence: Float64Array.from(confidence), predicted, drawn: false };
}

const none = Uint32Array.of();
const options = {
  outliers: Uint8Array.of(1, 1, 1, 1, 0, 0, 0, 0),
  named: Uint8Array.of(0, 0, 0, 0, 1, 1, 1, 1),
  halves: { tuning: none, evaluation: none },
  seed: 1,
};

test("counts what the autoencoder rejects of what the classifier accepts, counted by hand", () => {
  // Best alone at confidences up to 2: the classifier rejects zeros 1 and 2, the autoencoder zeros 2 and 3 and digit 5.
  const classifier = detector([1, 2, 9, 9, 5, 6, 7, 8]);
  const autoencoder = detector([9, 1, 2, 2, 1.5, 6, 7, 8]);
  const shares = measureComplement({ level: 1 }, classifier, autoencoder, options);
  expect(shares).toEqual([
    { metric: "rejected-of-accepted", at: { level: 1, group: "else" }, value: 1 / 4 },
    { metric: "rejected-of-accepted", at: { level: 1, group: "zero" }, value: 1 },
  ]);
});

test("has nothing to count where the classifier accepts no zero", () => {
  const perfect = detector([1, 1, 1, 1, 5, 5, 5, 5]);
  const [digits, zeros] = measureComplement({}, perfect, perfect, options);
  expect(digits).toMatchObject({ value: 0 });
  expect(zeros).toMatchObject({ absent: "the classifier rejects all of them" });
});
