import type { Command } from "./command.ts";

/** Every command by its word, in the order of the help; each is loaded only when it is wanted, so that all start fast. */
const loaders: Readonly<Record<string, () => Promise<Command>>> = {
  audit: async () => (await import("./commands/audit.ts")).audit,
  check: async () => (await import("./commands/check.ts")).check,
  explain: async () => (await import("./commands/explain.ts")).explain,
  table: async () => (await import("./commands/table.ts")).table,
  scan: async () => (await import("./commands/scan.ts")).scan,
  calc: async () => (await import("./commands/calc.ts")).calc,
  "verify-transcription": async () => (await import("./commands/verify-transcription.ts")).verifyTranscriptionCommand,
  init: async () => (await import("./commands/init.ts")).init,
  import: async () => (await import("./commands/import.ts")).importCommand,
  list: async () => (await import("./commands/list.ts")).list,
  report: async () => (await import("./commands/report.ts")).report,
  run: async () => (await import("./commands/run.ts")).run,
  plan: async () => (await import("./commands/plan.ts")).plan,
  canary: async () => (await import("./commands/canary.ts")).canary,
  data: async () => (await import("./commands/data.ts")).data,
  doctor: async () => (await import("./commands/doctor.ts")).doctor,
  cell: async () => (await import("./commands/cell.ts")).cell,
  collect: async () => (await import("./commands/collect.ts")).collect,
  evidence: async () => (await import("./commands/evidence.ts")).evidence,
};

/** Every command, in the order of the help. */
export function allCommands(): Promise<readonly Command[]> {
  return Promise.all(Object.values(loaders).map((load) => load()));
}

/** The command that the words name, alone; all of them where they name none, for help and for what was nearly meant. */
export async function commandsFor(words: readonly string[]): Promise<readonly Command[]> {
  const [first, second] = words.filter((word) => !word.startsWith("-"));
  const name = first === "help" ? second : first;
  const load = name !== undefined && Object.hasOwn(loaders, name) ? loaders[name] : undefined;
  return load === undefined ? allCommands() : [await load()];
}
