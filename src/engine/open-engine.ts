import { ENGINE_NAMES, type Engine, type EngineName } from "./executor.ts";
import { openOrt } from "./ort.ts";

export async function openEngine({
  engine,
  threads = 1,
}: {
  readonly engine?: EngineName;
  readonly threads?: number;
} = {}): Promise<Engine> {
  void ENGINE_NAMES;
  void engine;
  return openOrt({ provider: "cpu", threads });
}
