import { expect, it } from "vitest";
import { saysBoldIsBest } from "../../src/inspect/bold-is-best.ts";

// Sentences of captions in public papers.
it.each([
  "Accuracy on ten tasks. Bold indicates best result.",
  "Bold = best in column",
  "FID, lower is better; best in bold",
  "The best performances are bold",
  "The best-performing approach for each benchmark is highlighted in bold.",
  "Bold denotes the best result and underline denotes the second best.",
  "Best in bold, second best underlined, uncertainty represents 2 SD",
  "Best results for each dataset are bolded",
])("takes bold for the best of all: %s", (caption) => {
  expect(saysBoldIsBest(caption)).toBe(true);
});

it.each([
  "Accuracy on ten tasks.",
  "The best performing results are underlined, the worse cases are also bold-faced",
  "Bold marks the row-best per setting per budget block (every method within numeric precision of the row-best is bolded)",
  "0.05pp of the best are all bolded",
  "Bold = best (smallest absolute deviation from floor) per panel",
  "The best method proposed in this work (highlighted in bold) achieves competitive scores",
  "The best value obtained per benchmark among our pipelines is highlighted in boldface",
  "Bold numbers are the best for each privacy level based on two-sample test",
  "Best ensembles for each dataset are highlighted in bold",
  "Best results in bold, except for oracles",
  "Best results in bold (not counting methods with extra data)",
  "Numbers in bold are best performing hyperparameters used for reporting final results",
])("leaves open what bold is: %s", (caption) => {
  expect(saysBoldIsBest(caption)).toBe(false);
});
