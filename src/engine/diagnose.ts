import { ENGINE_NAMES, type EngineIdentity, type EngineName } from "./executor.ts";
import { tryEngine } from "./open-engine.ts";

/** One engine on this machine: it works, in how many milliseconds for a small product, or why not and what would help. */
export type EngineDiagnosis =
  | {
      readonly name: EngineName;
      readonly works: true;
      readonly identity: EngineIdentity;
      readonly productMs: number;
    }
  | { readonly name: EngineName; readonly works: false; readonly reason: string; readonly remedy: string };

/** Tries every engine, fastest first; the first that works is the one `openEngine` chooses. */
export async function diagnoseEngines(threads = 1): Promise<readonly EngineDiagnosis[]> {
  const diagnoses: EngineDiagnosis[] = [];
  for (const name of ENGINE_NAMES) {
    const attempt = await tryEngine(name, threads);
    diagnoses.push(
      attempt.works
        ? { name, works: true, identity: attempt.engine.identity, productMs: attempt.productMs }
        : { name, works: false, reason: attempt.reason, remedy: attempt.remedy },
    );
  }
  return diagnoses;
}
