import { openRegistry, pipelineCode } from "../../harness/open-registry.ts";
import { pipelineRegistry } from "../pipelines/registry.ts";

/** The identity of each pipeline's present code; nothing of it runs. */
export async function presentCode(): Promise<Readonly<Record<string, string>>> {
  const registry = await openRegistry();
  const identities = Object.keys(pipelineRegistry).map(
    async (name) => [name, await pipelineCode(registry, name)] as const,
  );
  return Object.fromEntries(await Promise.all(identities));
}
