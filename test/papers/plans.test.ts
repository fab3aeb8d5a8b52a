import { expect, it } from "vitest";
import { resolveConfiguration } from "../../harness/cell.ts";
import { requestsOfPapers } from "../../harness/plan-requests.ts";
import { loadPapers } from "../../src/cli/papers.ts";
import { pipelineRegistry } from "../../src/pipelines/registry.ts";

const papers = await loadPapers();

it.each(["paper", "reduced", "smoke"] as const)("the cells of every claim can be planned: %s", (protocol) => {
  const requests = requestsOfPapers(papers);
  expect(new Set(requests.map(({ pipeline }) => pipeline))).toEqual(new Set(Object.keys(pipelineRegistry)));
  for (const request of requests) {
    const description = pipelineRegistry[request.pipeline];
    if (description === undefined) throw new Error(`no pipeline ${request.pipeline}`);
    expect(resolveConfiguration(description, { ...request, protocol }).protocol, request.claims[0]).toBe(protocol);
  }
});
