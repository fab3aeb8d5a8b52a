import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { arch, cpus, platform, release, totalmem } from "node:os";
import { join } from "node:path";
import type { Commit, OrAbsent, Platform } from "./record.ts";

/** What a result was computed with, besides code, data and engine. */
export interface Environment {
  readonly versions: Readonly<Record<string, string>>;
  readonly platform: Platform;
  readonly commit: OrAbsent<Commit>;
}

/**
 * The environment of this process. The commit is the plan's, since workers run from a snapshot.
 *
 * @param root the folder of Assay's package.json
 */
export async function describeEnvironment(root: string, commit: OrAbsent<Commit>): Promise<Environment> {
  const assay = await packageVersion(join(root, "package.json"));
  const onnxruntime = await engineVersion(root);
  return {
    versions: {
      node: process.versions.node,
      ...(assay === undefined ? {} : { assay }),
      ...(onnxruntime === undefined ? {} : { onnxruntime }),
    },
    platform: {
      os: `${platform()} ${release()}`,
      arch: arch(),
      cpu: cpus()[0]?.model.trim() ?? "unknown",
      cores: cpus().length,
      memoryBytes: totalmem(),
    },
    commit,
  };
}

async function engineVersion(root: string): Promise<string | undefined> {
  try {
    return await packageVersion(createRequire(join(root, "package.json")).resolve("onnxruntime-node/package.json"));
  } catch {
    return undefined;
  }
}

async function packageVersion(file: string): Promise<string | undefined> {
  try {
    const parsed: unknown = JSON.parse(await readFile(file, "utf8"));
    return typeof parsed === "object" && parsed !== null && "version" in parsed && typeof parsed.version === "string"
      ? parsed.version
      : undefined;
  } catch {
    return undefined;
  }
}
