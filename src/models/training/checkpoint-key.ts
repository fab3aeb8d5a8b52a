import { createHash } from "node:crypto";
import type { CompiledSteps } from "./compiled-steps.ts";
import type { Training } from "./training.ts";

/** The name of a training's checkpoint: the hash of all that decides its numbers. */
export function checkpointKey(
  { engine, optimiser, examples, batchSize, epochs, purpose, checkpoints }: Training,
  { fingerprints }: CompiledSteps,
  steps: number,
): string {
  const { name, version, provider, threads } = engine.identity;
  const parts = {
    ...{ checkpoint: 1, identity: checkpoints?.identity ?? [], purpose, fingerprints },
    ...{ engine: [name, version, provider, threads], count: examples.count, batchSize, epochs },
    scalars: [optimiser.scalars(1), optimiser.scalars(steps)],
  };
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex");
}
