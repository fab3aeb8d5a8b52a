import type { Claim } from "../../src/paper/claim.ts";
import { account, outOfScope, seenByReader, tooLittlePrinted } from "../../src/paper/sentence-claims.ts";

/** The abstract and Section 1. */
export const introduction: readonly Claim[] = [
  seenByReader(
    {
      id: "abstract.repository",
      severity: "note",
      section: "Abstract",
      sentence: 2,
      states: "The repository provides the code that was used in the reproduction.",
    },
    {
      follows:
        "It does, and nothing contradicts the sentence; but it holds code alone for the denoising, rotation and contrastive models, for γ·8 and for the one-point AUC: their results are in no file.",
      why: "The notebooks were saved without text outputs, and the two workbooks hold baselines only.",
      wouldExplain: "Results were copied by hand from notebooks whose outputs were cleared before publication.",
      confidence: "certain",
    },
  ),
  outOfScope(
    {
      id: "s1.contribution",
      section: "1",
      sentence: 3,
      states:
        "The original's main contribution is a two-stage framework: a self-supervised network, then a one-class classifier.",
    },
    "a summary of the original's text, which was not at hand",
  ),
  seenByReader(
    {
      id: "s1.architectures",
      section: "1",
      sentence: 4,
      states: "The original focuses on ResNet18 and ResNet50 for the first stage.",
    },
    {
      follows:
        "The official code trains a ResNet-18 in every script; a ResNet-50 appears in Table 7 pretrained on ImageNet only.",
      why: "All three training scripts and run.sh set a ResNet-18 of width 1.",
      wouldExplain: "The sentence may mean the two baselines of Table 7 rather than the trained representations.",
      confidence: "likely",
    },
  ),
  tooLittlePrinted(
    {
      id: "s1.layers",
      section: "1",
      sentence: 4,
      states: "The original's MLP heads have 1 to 8 layers.",
      printed: "1 to 8 layers",
    },
    "the official scripts set eight hidden layers; the original's experiments with fewer were not at hand",
  ),
  outOfScope(
    {
      id: "s1.state-of-the-art",
      section: "1",
      sentence: 5,
      states: "The original claims state-of-the-art results for one-class image classification.",
    },
    "it reports the original's claim, whose text was not at hand; rival methods are not part of this audit",
  ),
  outOfScope(
    {
      id: "s1.order",
      section: "1",
      sentence: 6,
      states: "The report is laid out in the order in which the challenge was approached.",
    },
    account,
  ),
];
