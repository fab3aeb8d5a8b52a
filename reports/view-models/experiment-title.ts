import type { ExperimentAudit } from "../../src/audit/audit.ts";
import { settingText } from "./setting-text.ts";

/** An experiment in words: `resnet18-random, k9de, fashion-mnist (paper protocol)`. */
export function experimentTitle({ pipeline, variant, dataset, protocol, options }: ExperimentAudit): string {
  const varied = Object.keys(options).length === 0 ? "" : `, ${settingText(options)}`;
  return `${pipeline}, ${variant}, ${dataset} (${protocol} protocol${varied})`;
}
