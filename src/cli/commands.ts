import type { Command } from "./command.ts";
import { audit } from "./commands/audit.ts";
import { calc } from "./commands/calc.ts";
import { canary } from "./commands/canary.ts";
import { cell } from "./commands/cell.ts";
import { check } from "./commands/check.ts";
import { collect } from "./commands/collect.ts";
import { data } from "./commands/data.ts";
import { doctor } from "./commands/doctor.ts";
import { evidence } from "./commands/evidence.ts";
import { explain } from "./commands/explain.ts";
import { list } from "./commands/list.ts";
import { plan } from "./commands/plan.ts";
import { report } from "./commands/report.ts";
import { run } from "./commands/run.ts";

/** In the order of the help. */
export const commands: readonly Command[] = [
  audit,
  check,
  explain,
  calc,
  list,
  report,
  run,
  plan,
  canary,
  data,
  doctor,
  cell,
  collect,
  evidence,
];
