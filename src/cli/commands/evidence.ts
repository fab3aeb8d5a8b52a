import { resolve } from "node:path";
import { packEvidence, verifyEvidence } from "../../../harness/evidence.ts";
import { requestsOfPapers } from "../../../harness/plan-requests.ts";
import type { Arguments, Command } from "../command.ts";
import { type ExitCode, exitCode } from "../exit-code.ts";
import { loadPapers } from "../papers.ts";
import { textOption } from "../read-option.ts";
import type { Shell } from "../shell.ts";
import { newStoreOption, storeFolder } from "../store-folder.ts";
import { UsageError } from "../usage-error.ts";

export const evidence: Command = {
  usage: "evidence <action> [...names]",
  description: "pack a paper's records of a store into one file to commit, or verify such files",
  options: [
    newStoreOption,
    { flags: "--file <file>", description: "pack: where to (default: claims/<paper>/evidence/runs.jsonl.br)" },
  ],
  examples: ["assay evidence pack k9de-2021", "assay evidence verify claims/k9de-2021/evidence/runs.jsonl.br"],
  run: async (given, shell) => {
    const [action = "", ...names] = given.positional;
    if (action === "pack") return pack(given, names, shell);
    if (action === "verify") return verify(names, shell);
    throw new UsageError(`\`assay evidence\` has no action "${action}"; it has pack and verify`);
  },
};

async function pack(given: Arguments, names: readonly string[], shell: Shell): Promise<ExitCode> {
  const [id] = names;
  if (id === undefined || names.length > 1) throw new UsageError("name the paper whose records are packed");
  const wanted = requestsOfPapers(await loadPapers([id]));
  const file = resolve(shell.folder, textOption(given, "file") ?? `claims/${id}/evidence/runs.jsonl.br`);
  const manifest = await packEvidence({
    store: storeFolder(given, shell),
    file,
    keep: ({ configuration }) =>
      wanted.some(
        ({ pipeline, variant, dataset, protocol, seed }) =>
          pipeline === configuration.pipeline &&
          variant === configuration.variant &&
          dataset === configuration.dataset &&
          protocol === configuration.protocol &&
          seed === configuration.seed,
      ),
  });
  shell.print(`${manifest.records.length} records in ${file}`);
  return exitCode.done;
}

async function verify(files: readonly string[], shell: Shell): Promise<ExitCode> {
  if (files.length === 0) throw new UsageError("name the evidence files to verify");
  let sound = true;
  for (const file of files) {
    const { records, problems } = await verifyEvidence(resolve(shell.folder, file));
    shell.print(
      `${file}: ${records.length} records, ${problems.length === 0 ? "sound" : `${problems.length} problems`}`,
    );
    for (const problem of problems) shell.note(problem);
    sound &&= problems.length === 0;
  }
  return sound ? exitCode.done : exitCode.usage;
}
