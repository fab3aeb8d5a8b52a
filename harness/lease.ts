import { randomUUID } from "node:crypto";
import { link, open, readFile, rename, rm, stat, utimes } from "node:fs/promises";
import { hostname } from "node:os";
import { dirname, join } from "node:path";
import * as v from "valibot";
import { codeOf, publishFile, storageError } from "./durable-file.ts";

/** Who works on a cell. */
export interface LeaseOwner {
  readonly host: string;
  readonly pid: number;
  readonly nonce: string;
}

export type LeaseOutcome =
  | { readonly kind: "acquired"; readonly release: () => Promise<void> }
  | { readonly kind: "held"; readonly by: LeaseOwner };

export interface LeaseOptions {
  /** A lease without a heartbeat for so long is abandoned. */
  readonly abandonedAfterSeconds?: number;
  readonly heartbeatSeconds?: number;
}

/**
 * Takes a lease: a file that only one process can create and that its owner touches as long as it works. The lease of
 * an owner that is gone (its process on this host, or its heartbeat) is taken over. Two takers at the same instant can,
 * at worst, both work on one cell; only one of them can record it.
 */
export async function takeLease(path: string, options: LeaseOptions = {}): Promise<LeaseOutcome> {
  const { abandonedAfterSeconds = 15 * 60, heartbeatSeconds = 30 } = options;
  const self: LeaseOwner = { host: hostname(), pid: process.pid, nonce: randomUUID() };
  for (;;) {
    if ((await publishFile(path, `${JSON.stringify(self)}\n`)) === "published")
      return { kind: "acquired", release: keepAlive(path, self, heartbeatSeconds) };
    const owner = await readOwner(path);
    if (owner === undefined) continue;
    if (!(await isAbandoned(path, owner, abandonedAfterSeconds))) return { kind: "held", by: owner };
    await removeLeaseOf(path, owner);
  }
}

function keepAlive(path: string, self: LeaseOwner, heartbeatSeconds: number): () => Promise<void> {
  const timer = setInterval(() => {
    const now = new Date();
    // The lease may have been taken over, or the share may be away: recording is exclusive in any case.
    utimes(path, now, now).catch(() => undefined);
  }, heartbeatSeconds * 1000);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await removeLeaseOf(path, self);
  };
}

async function isAbandoned(path: string, owner: LeaseOwner, afterSeconds: number): Promise<boolean> {
  if (owner.host === hostname() && !isAlive(owner.pid)) return true;
  try {
    const { mtimeMs } = await stat(path);
    return (await folderClock(dirname(path))) - mtimeMs > afterSeconds * 1000;
  } catch (error) {
    if (codeOf(error) === "ENOENT") return false;
    throw storageError(path, error);
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) !== "ESRCH";
  }
}

/** Now, by the clock that stamps the folder's files: on a share that is the server's, not ours. */
async function folderClock(folder: string): Promise<number> {
  const probe = join(folder, `.${randomUUID()}.part`);
  try {
    const file = await open(probe, "wx");
    const { mtimeMs } = await file.stat().finally(() => file.close());
    return mtimeMs;
  } catch (error) {
    throw storageError(probe, error);
  } finally {
    await rm(probe, { force: true });
  }
}

/** Removes the lease if it is still that owner's. Moved away first, so that of several removers one succeeds. */
async function removeLeaseOf(path: string, owner: LeaseOwner): Promise<void> {
  const aside = join(dirname(path), `.${randomUUID()}.part`);
  try {
    await rename(path, aside);
  } catch (error) {
    if (codeOf(error) === "ENOENT") return;
    throw storageError(path, error);
  }
  const moved = await readOwner(aside);
  // Somebody else had taken the lease over in between: it is given back unless a third one holds it by now.
  if (moved !== undefined && moved.nonce !== owner.nonce) await link(aside, path).catch(() => undefined);
  await rm(aside, { force: true });
}

const ownerSchema: v.GenericSchema<unknown, LeaseOwner> = v.object({
  host: v.string(),
  pid: v.number(),
  nonce: v.string(),
});

/** The owner as written; an unreadable lease belongs to nobody that is alive. */
async function readOwner(path: string): Promise<LeaseOwner | undefined> {
  try {
    const text = await readFile(path, "utf8");
    return v.parse(v.pipe(v.string(), v.parseJson(), ownerSchema), text);
  } catch (error) {
    if (codeOf(error) === "ENOENT") return undefined;
    if (codeOf(error) !== undefined) throw storageError(path, error);
    return { host: hostname(), pid: UNUSED_PID, nonce: "unreadable" };
  }
}

/** Above any process id that Linux, macOS or Windows gives out. */
const UNUSED_PID = 2 ** 31 - 1;
