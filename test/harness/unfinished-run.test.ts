import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { expect, it } from "vitest";
import { beginUnfinishedRun } from "../../harness/unfinished-run.ts";
import { temporaryFolder } from "./example.ts";

it("adds the times of a cell's runs until one is recorded", async () => {
  const file = join(await temporaryFolder(), "cell.json");
  const first = await beginUnfinishedRun(file);
  expect(first.earlier).toBeUndefined();
  await wait(50);
  await first.end("stopped");
  const second = await beginUnfinishedRun(file);
  expect(second.earlier).toMatchObject({ runs: 1 });
  const seconds = second.earlier?.seconds ?? Number.NaN;
  expect(seconds).toBeGreaterThan(0.04);
  await second.end("void");
  expect(JSON.parse(await readFile(file, "utf8"))).toEqual({ runs: 1, seconds });
  const third = await beginUnfinishedRun(file);
  expect(third.earlier).toEqual({ runs: 1, seconds });
  await third.end("recorded");
  const next = await beginUnfinishedRun(file);
  expect(next.earlier).toBeUndefined();
  await next.end("void");
  await expect(readFile(file)).rejects.toThrow("ENOENT");
});

it("writes as it goes, for a run that is killed", async () => {
  const file = join(await temporaryFolder(), "cell.json");
  const run = await beginUnfinishedRun(file, 0.02);
  await expect.poll(async () => JSON.parse(await readFile(file, "utf8")).seconds).toBeGreaterThan(0.03);
  await run.end("recorded");
});

it("takes a file that it cannot understand for none", async () => {
  const file = join(await temporaryFolder(), "cell.json");
  await writeFile(file, '{"runs":');
  const run = await beginUnfinishedRun(file);
  expect(run.earlier).toBeUndefined();
  await run.end("void");
});
