import { ENGINE_NAMES, type EngineName } from "./executor.ts";

/**
 * The engine of that name, such as the one that `ASSAY_ENGINE` forces; undefined for none. Throws one line that lists the
 * names for any other text.
 *
 * @example
 * engineNamed("ort"); // => "ort"
 */
export function engineNamed(name: string | undefined): EngineName | undefined {
  if (name === undefined || name === "") return undefined;
  const known = ENGINE_NAMES.find((candidate) => candidate === name);
  if (known !== undefined) return known;
  throw new Error(`there is no engine "${name}"; ASSAY_ENGINE takes ${ENGINE_NAMES.join(", ")}`);
}
