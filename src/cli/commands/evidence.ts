import { resolve } from "node:path";
import { packEvidence, unpackEvidence, verifyEvidence } from "../../../harness/evidence.ts";
import { isAskedFor, requestsOfPapers } from "../../../harness/plan-requests.ts";
import { type Arguments, type Command, jsonOption } from "../command.ts";
import { type ExitCode, exitCode } from "../exit-code.ts";
import { loadPapers } from "../papers.ts";
import { flagOption, textOption } from "../read-option.ts";
import type { Shell } from "../shell.ts";
import { newStoreOption, storeFolder } from "../store-folder.ts";
import { UsageError } from "../usage-error.ts";

export const evidence: Command = {
  usage: "evidence <action> [names...]",
  group: "share",
  summary: "pack a paper's records into one file to commit; unpack or verify such files",
  description:
    "pack writes the records of a store that a paper's claims rest on into one file, those of the reduced protocol among them; the same records give the same bytes. unpack puts such files' records into a store, so that a run goes on where they end. verify reads such files and checks every record, its hash and its key.",
  options: [
    newStoreOption,
    { flags: "--file <file>", description: "pack: where to (default: claims/<paper>/evidence/runs.jsonl.br)" },
    jsonOption,
  ],
  examples: [
    ["assay evidence pack k9de-2021 --store assay-store", "then commit the file that it names"],
    ["assay evidence unpack claims/k9de-2021/evidence/runs.jsonl.br", "before running further seeds"],
    ["assay evidence verify claims/k9de-2021/evidence/runs.jsonl.br", "is it sound?"],
  ],
  run: async (given, shell) => {
    const [action = "", ...names] = given.positional;
    if (action === "pack") return pack(given, names, shell);
    if (action === "unpack") return unpack(given, names, shell);
    if (action === "verify") return verify(given, names, shell);
    throw new UsageError(`\`assay evidence\` has no action "${action}"; it has pack, unpack and verify`);
  },
};

async function pack(given: Arguments, names: readonly string[], shell: Shell): Promise<ExitCode> {
  const [id] = names;
  if (id === undefined || names.length > 1) throw new UsageError("name the paper whose records are packed");
  const wanted = requestsOfPapers(await loadPapers([id], shell.folder));
  const file = resolve(shell.folder, textOption(given, "file") ?? `claims/${id}/evidence/runs.jsonl.br`);
  const manifest = await packEvidence({
    store: storeFolder(given, shell),
    file,
    keep: ({ configuration }) => isAskedFor(configuration, wanted),
  });
  const records = manifest.records.length;
  shell.print(flagOption(given, "json") ? JSON.stringify({ file, records }, null, 1) : `${records} records in ${file}`);
  return exitCode.done;
}

async function unpack(given: Arguments, files: readonly string[], shell: Shell): Promise<ExitCode> {
  if (files.length === 0) throw new UsageError("name the evidence files to unpack");
  const store = storeFolder(given, shell);
  let added = 0;
  for (const file of files) added += await unpackEvidence(resolve(shell.folder, file), store);
  shell.print(
    flagOption(given, "json") ? JSON.stringify({ store, added }, null, 1) : `${added} records new in ${store}`,
  );
  return exitCode.done;
}

async function verify(given: Arguments, files: readonly string[], shell: Shell): Promise<ExitCode> {
  if (files.length === 0) throw new UsageError("name the evidence files to verify");
  const read = await Promise.all(
    files.map(async (file) => ({ file, ...(await verifyEvidence(resolve(shell.folder, file))) })),
  );
  const results = read.map(({ file, records, problems }) => ({ file, records: records.length, problems }));
  if (flagOption(given, "json")) shell.print(JSON.stringify(results, null, 1));
  else
    for (const { file, records, problems } of results)
      shell.print(`${file}: ${records} records, ${problems.length === 0 ? "sound" : `${problems.length} problems`}`);
  for (const problem of results.flatMap(({ problems }) => problems)) shell.note(problem);
  return results.every(({ problems }) => problems.length === 0) ? exitCode.done : exitCode.usage;
}
