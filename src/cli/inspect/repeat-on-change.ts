import { readdirSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

/** How often the files are looked at; also how long they must stay as they are, since editors write in several steps. */
const pollMilliseconds = 250;
/** File systems stamp times by a clock that may lag behind by a tick. */
const tickMilliseconds = 20;

/**
 * Acts, and again whenever one of the files that the last act names has changed, or a source file has come or gone beside
 * them, until it is asked to end. Paths are absolute. Files are looked at rather than waited for: that misses nothing on
 * any file system, follows editors that replace a file instead of writing it, and watches no folder that no file lies in.
 */
export async function repeatOnChange(act: () => Promise<readonly string[]>, end: AbortSignal): Promise<void> {
  while (!end.aborted) {
    const started = Date.now();
    const files = await act();
    const before = stateOf(files);
    // What was written while it was read may not have been read; a time to come is another clock's.
    const writtenSince = before.newest >= started - tickMilliseconds && before.newest <= Date.now();
    if (!writtenSince) await changeOf(files, before, end);
    await calmOf(files, end);
  }
}

interface State {
  readonly text: string;
  /** When a file was written, moved or made last, in milliseconds since 1970. */
  readonly newest: number;
}

async function changeOf(files: readonly string[], before: State, end: AbortSignal): Promise<void> {
  do await pause(end);
  while (!end.aborted && stateOf(files).text === before.text);
}

async function calmOf(files: readonly string[], end: AbortSignal): Promise<void> {
  let last: State;
  do {
    last = stateOf(files);
    await pause(end);
  } while (!end.aborted && stateOf(files).text !== last.text);
}

async function pause(end: AbortSignal): Promise<void> {
  // Asked to end, it ends at once.
  await wait(pollMilliseconds, undefined, { signal: end }).catch(() => {});
}

function stateOf(files: readonly string[]): State {
  const stats = files.map((file) => ({ file, stat: statSync(file, { throwIfNoEntry: false }) }));
  const folders = new Set(stats.map(({ file, stat }) => (stat?.isDirectory() ? file : dirname(file))));
  const beside = [...folders].flatMap(sourcesIn);
  const stamps = stats.map(({ stat }) => (stat?.isFile() ? [stat.ctimeMs, stat.size] : []));
  const made = beside.map((file) => statSync(file, { throwIfNoEntry: false })?.ctimeMs ?? 0);
  return { text: JSON.stringify([stamps, beside]), newest: Math.max(0, ...stamps.map(([time = 0]) => time), ...made) };
}

/** Files that a paper may be made of: one that is missing yet may come. */
function sourcesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
      .filter((name) => /\.(?:tex|ltx|latex|sty)$/i.test(name))
      .map((name) => join(folder, name));
  } catch {
    return [];
  }
}
