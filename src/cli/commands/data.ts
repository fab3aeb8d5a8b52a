import { fetchDataset } from "../../data/fetch.ts";
import type { DatasetEntry, DatasetName } from "../../data/registry/entry.ts";
import { datasetFiles, datasetRegistry, isDatasetName } from "../../data/registry.ts";
import { verifyFiles } from "../../data/verify.ts";
import { pipelineRegistry } from "../../pipelines/registry.ts";
import { type Arguments, type Command, jsonOption } from "../command.ts";
import { dataFolder, dataOption } from "../data-folder.ts";
import { type ExitCode, exitCode } from "../exit-code.ts";
import { didYouMean } from "../nearest.ts";
import { progressLine } from "../progress-line.ts";
import { flagOption } from "../read-option.ts";
import type { Shell } from "../shell.ts";
import { textTable } from "../text-table.ts";
import { UsageError } from "../usage-error.ts";

export const data: Command = {
  usage: "data <action> [sets...]",
  group: "run",
  summary: "list, fetch or verify data sets",
  description:
    "list tells which data sets there are and which pipelines read them, as a cell's own or beside it; fetch brings those that are named from their official addresses; verify compares the files at hand with the published checksums (of all sets, unless some are named).",
  options: [dataOption, jsonOption],
  examples: [
    ["assay data list", "names, sizes, licences, and who reads them"],
    ["assay data fetch fashion-mnist", "into data/, or where --data or ASSAY_DATA says"],
    ["assay data verify cifar-10 --data /data", "is it whole?"],
  ],
  run: async (given, shell) => {
    const [action = ""] = given.positional;
    if (action === "list") return list(given, shell);
    if (action === "fetch") return fetchSets(given, shell);
    if (action === "verify") return verify(given, shell);
    throw new UsageError(`\`assay data\` has no action "${action}"; it has list, fetch and verify`);
  },
};

async function list(given: Arguments, { print }: Shell): Promise<ExitCode> {
  const sets = Object.entries(datasetRegistry).map(([name, entry]) => ({
    name,
    licence: entry.licence,
    bytes: bytesOf(entry),
    citation: entry.citation,
    readBy: readersOf(name),
  }));
  if (flagOption(given, "json")) print(JSON.stringify(sets, null, 1));
  else
    print(
      textTable([
        ["data set", "MB", "licence", "read by"],
        ...sets.map(({ name, bytes, licence, readBy }) => [name, (bytes / 1e6).toFixed(0), licence, readBy.join(", ")]),
      ]),
    );
  return exitCode.done;
}

/** The pipelines whose cells read a data set, as their own or beside it. */
function readersOf(name: string): readonly string[] {
  return Object.entries(pipelineRegistry).flatMap(([pipeline, { datasets, alsoReads = {} }]) =>
    datasets.includes(name) || Object.hasOwn(alsoReads, name) ? [pipeline] : [],
  );
}

async function fetchSets(given: Arguments, shell: Shell): Promise<ExitCode> {
  const folder = dataFolder(given, shell);
  const json = flagOption(given, "json");
  const results = [];
  for (const name of namedSets(given, [])) {
    const line = progressLine(shell);
    const { present, fetched } = await fetchDataset(name, folder, {
      progress: ({ file, receivedBytes, totalBytes }) => line.show(`${name}: ${file}`, receivedBytes, totalBytes),
    });
    line.end();
    results.push({ set: name, folder, fetched, present });
    if (!json)
      shell.print(`${name}: ${fetched.length} files fetched, ${present.length} were there already, in ${folder}`);
  }
  if (json) shell.print(JSON.stringify(results, null, 1));
  return exitCode.done;
}

async function verify(given: Arguments, shell: Shell): Promise<ExitCode> {
  const folder = dataFolder(given, shell);
  const json = flagOption(given, "json");
  const results: { readonly set: string; readonly files: number; readonly problems: readonly string[] }[] = [];
  for (const name of namedSets(given, Object.keys(datasetRegistry).filter(isDatasetName))) {
    const checks = await verifyFiles(datasetRegistry[name], folder);
    const problems = checks.flatMap((check) => (check.state === "intact" ? [] : [check.problem]));
    results.push({ set: name, files: checks.length, problems });
    if (!json) shell.print(`${name}: ${checks.length - problems.length} of ${checks.length} files intact`);
  }
  if (json) shell.print(JSON.stringify(results, null, 1));
  const problems = results.flatMap((result) => result.problems);
  for (const problem of problems) shell.note(problem);
  return problems.length === 0 ? exitCode.done : exitCode.usage;
}

function namedSets({ positional }: Arguments, otherwise: readonly DatasetName[]): readonly DatasetName[] {
  const names = positional.slice(1);
  const stranger = names.find((name) => !isDatasetName(name));
  const known = Object.keys(datasetRegistry).join(", ");
  if (stranger !== undefined)
    throw new UsageError(
      `there is no data set "${stranger}"; ${didYouMean(stranger, Object.keys(datasetRegistry), `there are ${known}`)}`,
    );
  if (names.length === 0 && otherwise.length === 0) throw new UsageError(`name the data sets to fetch: ${known}`);
  return names.length > 0 ? names.filter(isDatasetName) : otherwise;
}

function bytesOf(entry: DatasetEntry): number {
  return datasetFiles(entry).reduce((sum, { bytes }) => sum + bytes, 0);
}
