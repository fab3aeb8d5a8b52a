import { describe, expect, it } from "vitest";
import type { Paper } from "../../src/paper/paper.ts";
import { verifyTranscription } from "../../src/paper/transcription/verify-transcription.ts";
import { haveTextOf, secondText } from "./shared.ts";

/** The papers whose text can be at hand; `sohn-2021` was transcribed from tables alone. */
const papers = ["k9de-2021", "gradcon-report-2021", "hscae", "cvae-2022"] as const;

describe.each(papers)("the transcription of %s", (id) => {
  it.skipIf(!haveTextOf(id))("stands in the paper's text, and covers nine tenths of its numbers", async () => {
    const { paper }: { readonly paper: Paper } = await import(`../../claims/${id}/paper.ts`);
    const { unfound, numbers, covered } = verifyTranscription(paper, secondText(`${id}.txt`));
    expect(unfound).toEqual([]);
    expect(covered / numbers).toBeGreaterThanOrEqual(0.9);
  });
});
