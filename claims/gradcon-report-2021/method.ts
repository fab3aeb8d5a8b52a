import { checkCount } from "../../src/checks/count.ts";
import { parseDecimal } from "../../src/numbers/decimal.ts";
import type { Claim } from "../../src/paper/claim.ts";
import { checked, outOfScope, seenByReader } from "../../src/paper/sentence-claims.ts";

/** Paragraphs 15 to 34: the method and its loss. */
export const method: readonly Claim[] = [
  outOfScope(
    {
      id: "p15.directional",
      section: "Paragraph 15",
      sentence: 2,
      states: "Gradients tell a direction, activations a distance.",
    },
    "an interpretation of the method, without a prediction that could fail",
  ),
  seenByReader(
    {
      id: "p19.log-likelihood",
      severity: "note",
      section: "Paragraph 19",
      sentence: 2,
      states: "The autoencoder minimises the negative log-likelihood, log P(x|z).",
      printed: "the negative log-likelihood, log P(x|z)",
    },
    {
      follows: "The formula is the log-likelihood; the negative one is −log P(x|z).",
      why: "Minimising log P(x|z) would make the data unlikely.",
      wouldExplain: "A minus sign was lost.",
      confidence: "certain",
    },
  ),
  outOfScope(
    {
      id: "p19.losses",
      section: "Paragraph 19",
      sentence: 4,
      states: "A Gaussian likelihood gives the squared error, a Bernoulli likelihood the binary cross entropy.",
    },
    "a textbook identity; no printed number rests on it",
  ),
  seenByReader(
    {
      id: "p25.respectively",
      section: "Paragraph 25",
      sentence: 1,
      states: "The four symbols X_tr, X_te, X_te,in, X_te,out are explained one by one.",
      printed: "X_{tr}, X_{te}, X_{te, in}, X_{te, out} are training data, normal test data, and abnormal test",
    },
    {
      follows: '"Respectively" gives four symbols three meanings: X_te would be normal test data and X_te,in abnormal.',
      why: "The formulas above use three of the symbols; X_te stands in none.",
      wouldExplain: "X_te was added to the list by mistake.",
      confidence: "certain",
    },
  ),
  seenByReader(
    {
      id: "p29.we-propose",
      severity: "note",
      section: "Paragraph 29",
      sentence: 1,
      states: "We propose to train an autoencoder with a directional gradient constraint.",
      printed: "We propose to train an autoencoder with a directional gradient constraint",
    },
    {
      follows: "The constraint is proposed by the paper that is reproduced, not by the report.",
      why: "Paragraphs 3 and 10 say so themselves.",
      wouldExplain: "A sentence of the paper was taken over without marks of quotation.",
      confidence: "certain",
    },
  ),
  checked(
    {
      id: "p29.alignment",
      section: "Paragraph 29",
      sentence: 3,
      states:
        "The gradient loss makes gradients align: it is least, −1, where they have one direction, and only there.",
      printed: "This constraint makes the gradients from normal data aligned with each other",
      related: ["p30.average-cosine"],
    },
    leastWhereAligned,
  ),
  seenByReader(
    {
      id: "p30.average-cosine",
      severity: "note",
      section: "Paragraph 30",
      sentence: 1,
      states: "The gradient loss is the average of the cosine similarity over the layers of the decoder.",
      printed: "averaging the cosine similarity across all layers in the decoder",
      related: ["p29.alignment"],
    },
    {
      follows: "It is the negative of that average, as the formula below it says.",
      why: "Minimising the average itself would turn the gradients against each other.",
      confidence: "certain",
    },
  ),
  checked(
    {
      id: "p31.average",
      section: "Paragraph 31",
      sentence: 1,
      states:
        "The averaged gradient is a mean: its sum from t = 1 to k − 1 has as many terms as its divisor k − 1 says.",
      printed: "\\frac{1}{(k-1)}\\sum_{t=1}^{k-1}",
      related: ["p31.first-iteration"],
    },
    () =>
      checkCount({
        what: "iterations k from 2 to 100 with as many terms as the divisor says",
        items: Array.from({ length: 99 }, (_, index) => {
          const k = index + 2;
          let terms = 0;
          for (let t = 1; t <= k - 1; t++) terms++;
          return { label: `k = ${k}`, holds: terms === k - 1, why: `${terms} terms, divisor ${k - 1}` };
        }),
        reported: parseDecimal("99"),
        qualifier: "all",
      }),
  ),
  seenByReader(
    {
      id: "p31.first-iteration",
      severity: "note",
      section: "Paragraph 31",
      sentence: 1,
      states: "The formula gives the gradient loss at the kth iteration.",
      related: ["p31.average"],
    },
    {
      follows: "At k = 1 it gives none: the average is an empty sum divided by 0, and the cosine has no second vector.",
      why: "The official code sets the loss to 0 in that iteration; the report does not say so. The formula's brackets, too, close around each argument of the cosine by itself.",
      confidence: "certain",
    },
  ),
  seenByReader(
    {
      id: "p33.latent-term",
      severity: "note",
      section: "Paragraph 33",
      sentence: 1,
      states: "The whole loss is J = L + Ω + α L_grad.",
      printed: "J = L + \\Omega + \\alpha L_{grad}",
      related: ["p40.hyperparameters"],
    },
    {
      follows:
        "For the one model that the report ran, the convolutional autoencoder, the official code has no Ω; and no value of α is given.",
      why: "Read in the official code: J is the squared error plus 0.03 times the gradient loss.",
      confidence: "certain",
    },
  ),
];

/** All pairs of plane vectors with whole coordinates from −2 to 2, in whole numbers: no cosine is rounded. */
function leastWhereAligned() {
  const numbers = [-2, -1, 0, 1, 2];
  const vectors = numbers.flatMap((x) => numbers.map((y) => ({ x, y }))).filter(({ x, y }) => x !== 0 || y !== 0);
  const items = vectors.flatMap((a) =>
    vectors.map((b) => {
      const product = a.x * b.x + a.y * b.y;
      const lengths = (a.x * a.x + a.y * a.y) * (b.x * b.x + b.y * b.y);
      const bounded = product * product <= lengths;
      const least = product > 0 && product * product === lengths;
      const aligned = a.x * b.y === a.y * b.x && product > 0;
      return {
        label: `(${a.x}, ${a.y}) and (${b.x}, ${b.y})`,
        holds: bounded && least === aligned,
        why: `inner product ${product}, squared lengths multiply to ${lengths}`,
      };
    }),
  );
  return checkCount({
    what: "pairs of vectors whose loss lies in [−1, 1] and is −1 exactly where they have one direction",
    items,
    reported: parseDecimal(String(items.length)),
    qualifier: "all",
  });
}
