import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer, type RequestListener } from "node:http";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { fetchEntry } from "../../src/data/fetch.ts";
import type { DatasetEntry, RegistryFile } from "../../src/data/registry/entry.ts";
import { datasetRegistry } from "../../src/data/registry.ts";
import { verifyFiles } from "../../src/data/verify.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const contents: Readonly<Record<string, Buffer>> = {
  "images.gz": Buffer.alloc(300_000, "images"),
  "labels.gz": Buffer.alloc(2_000, "labels"),
};
const names = Object.keys(contents);

/** A server on the loopback interface for the length of a test; its address ends in a slash. */
async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the test server has no port");
  return `http://127.0.0.1:${address.port}/`;
}

const answer: RequestListener = (request, response) => {
  const content = contents[(request.url ?? "").slice(1)];
  if (content === undefined) response.writeHead(404).end();
  else response.end(content);
};

function registered(name: string, content: Buffer): RegistryFile {
  const sha256 = createHash("sha256").update(content).digest("hex");
  return { path: `toys/${name}`, bytes: content.length, checksums: { sha256 } };
}

function files(...addresses: readonly string[]): DatasetEntry {
  const [images, labels] = names.map((name) => registered(name, contents[name] ?? Buffer.alloc(0)));
  if (images === undefined || labels === undefined) throw new Error("two files are needed");
  const split = { count: 1, images, labels };
  const form = { kind: "idx", train: split, test: split } as const;
  return { ...datasetRegistry.mnist, folder: "toys", form, origin: { kind: "files", addresses } };
}

const remedy = `try again: assay data fetch mnist, or put it there by hand: ${datasetRegistry.mnist.homepage}`;

describe("fetching files", () => {
  it("gets each, tells the progress, and leaves alone what is there", async () => {
    const folder = temporaryFolder();
    const entry = files(await serve(answer));
    const seen = new Map<string, number>();
    const report = await fetchEntry(entry, folder, {
      progress: ({ file, receivedBytes }) => seen.set(file, receivedBytes),
    });
    expect(new Set(report.fetched)).toEqual(new Set(["toys/images.gz", "toys/labels.gz"]));
    expect(Object.fromEntries(seen)).toEqual({ "images.gz": 300_000, "labels.gz": 2_000 });
    for (const name of names)
      expect(Buffer.compare(readFileSync(join(folder, "toys", name)), contents[name] ?? Buffer.alloc(0))).toBe(0);
    expect(readdirSync(join(folder, "toys")).sort()).toEqual(names);
    const again = await fetchEntry(entry, folder, { fetcher: () => Promise.reject(new Error("nothing to fetch")) });
    expect(again.fetched).toEqual([]);
    expect((await verifyFiles(entry, folder)).map(({ state }) => state)).toEqual(Array(4).fill("intact"));
  });

  it("replaces a damaged file", async () => {
    const folder = temporaryFolder();
    const entry = files(await serve(answer));
    mkdirSync(join(folder, "toys"));
    writeFileSync(join(folder, "toys", "labels.gz"), "torn");
    const before = await verifyFiles(entry, folder);
    expect(before.map(({ state }) => state)).toEqual(["missing", "damaged", "missing", "damaged"]);
    await fetchEntry(entry, folder);
    expect((await verifyFiles(entry, folder)).every(({ state }) => state === "intact")).toBe(true);
  });

  it("goes on to the next address when one fails", async () => {
    const folder = temporaryFolder();
    const gone = await serve((_, response) => response.writeHead(503).end());
    await fetchEntry(files(gone, await serve(answer)), folder);
    expect(readdirSync(join(folder, "toys")).sort()).toEqual(names);
  });
});

describe("a download that fails says why in one line and leaves nothing behind", () => {
  async function failing(listener: RequestListener, problem: RegExp | string): Promise<void> {
    const folder = temporaryFolder();
    const address = await serve(listener);
    const path = join(folder, "toys", "images.gz");
    const failure = fetchEntry(files(address), folder).catch((error: unknown) => error);
    const message = String(await failure);
    expect(message).toContain(`Error: ${path}: could not be downloaded (${address}images.gz: `);
    expect(message).toMatch(problem);
    expect(message.endsWith(`; ${remedy}`)).toBe(true);
    expect(message).not.toContain("\n");
    expect(readdirSync(join(folder, "toys"))).toEqual([]);
  }

  it("not found", () => failing((_, response) => response.writeHead(404).end(), "server answered 404 Not Found"));

  it("another content", () =>
    failing((_, response) => response.end(Buffer.alloc(300_000, "x")), /sha256 is [0-9a-f]{64}, published is/));

  it("too short and too long", async () => {
    await failing((_, response) => response.end("short"), "torn off at byte 5 of 300,000");
    await failing((_, response) => response.end(Buffer.alloc(300_001)), "more than the expected 300,000 bytes came");
  });

  it("broken off", () =>
    failing((_, response) => {
      response.writeHead(200, { "content-length": 300_000 });
      response.write(Buffer.alloc(1000), () => setTimeout(() => response.destroy(), 50));
    }, "connection broke off at byte 1,000 of 300,000"));

  it("no server", async () => {
    const folder = temporaryFolder();
    // Port 9 of the loopback interface has no listener.
    await expect(fetchEntry(files("http://127.0.0.1:9/"), folder)).rejects.toThrow(
      /could not be downloaded \(http.*; try/,
    );
    expect(readdirSync(join(folder, "toys"))).toEqual([]);
  });

  it("interrupted", async () => {
    const folder = temporaryFolder();
    const address = await serve((_, response) => {
      response.writeHead(200, { "content-length": 300_000 });
      response.write(Buffer.alloc(1000));
    });
    const control = new AbortController();
    const progress = (): void => control.abort();
    await expect(fetchEntry(files(address), folder, { signal: control.signal, progress })).rejects.toThrow(
      `${join(folder, "toys", "images.gz")}: the download was interrupted; ${remedy}`,
    );
    expect(readdirSync(join(folder, "toys"))).toEqual([]);
  });

  it("a folder that cannot be made", async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, "toys"), "a file in the way");
    await expect(fetchEntry(files("http://127.0.0.1:9/"), folder)).rejects.toThrow(/its folder cannot be made/);
  });
});

describe("fetching an archive", () => {
  const batch = Buffer.alloc(70_001, "batch");

  function archive(address: string, packed: Buffer): DatasetEntry {
    const { bytes, checksums } = registered("toys.tar.gz", packed);
    const split = { countPerFile: 1, files: [registered("batch.bin", batch)] };
    return {
      ...datasetRegistry["cifar-10"],
      folder: "toys",
      form: { kind: "cifar", labels: "cifar-10", train: split, test: { countPerFile: 1, files: [] } },
      origin: { kind: "archive", address: `${address}toys.tar.gz`, bytes, checksums },
    };
  }

  /** Packed by the system's tar, among members that are not wanted. */
  function pack(format: string, members: readonly string[]): Buffer {
    const folder = temporaryFolder();
    mkdirSync(join(folder, "toys"));
    writeFileSync(join(folder, "toys", "batch.bin"), batch);
    writeFileSync(join(folder, "toys", "readme.html"), "not wanted");
    writeFileSync(join(folder, "toys", `${"long".repeat(40)}.txt`), "not wanted either");
    symlinkSync("/etc/passwd", join(folder, "toys", "link.bin"));
    return execFileSync("tar", [`--format=${format}`, "-czf", "-", "-C", folder, ...members], { maxBuffer: 1 << 24 });
  }

  it.each(["gnu", "ustar", "pax"])("unpacks what is wanted and nothing else: %s", async (format) => {
    const folder = temporaryFolder();
    const members = format === "ustar" ? ["toys/link.bin", "toys/readme.html", "toys/batch.bin"] : ["toys"];
    const packed = pack(format, members);
    const entry = archive(await serve((_, response) => response.end(packed)), packed);
    expect(await fetchEntry(entry, folder)).toEqual({ present: [], fetched: ["toys/batch.bin"] });
    expect(readdirSync(folder)).toEqual(["toys"]);
    expect(readdirSync(join(folder, "toys"))).toEqual(["batch.bin"]);
    expect(Buffer.compare(readFileSync(join(folder, "toys", "batch.bin")), batch)).toBe(0);
  });

  it("takes an archive that was put there by hand, and leaves it", async () => {
    const folder = temporaryFolder();
    const packed = pack("ustar", ["toys/batch.bin"]);
    writeFileSync(join(folder, "toys.tar.gz"), packed);
    const fetcher = () => Promise.reject(new Error("nothing to fetch"));
    await fetchEntry(archive("http://127.0.0.1:9/", packed), folder, { fetcher });
    expect(readdirSync(folder).sort()).toEqual(["toys", "toys.tar.gz"]);
    expect(existsSync(join(folder, "toys", "batch.bin"))).toBe(true);
  });

  it("does not take a link for the file that it stands for", async () => {
    const folder = temporaryFolder();
    const source = temporaryFolder();
    mkdirSync(join(source, "toys"));
    symlinkSync("/etc/passwd", join(source, "toys", "batch.bin"));
    const packed = execFileSync("tar", ["-czf", "-", "-C", source, "toys"]);
    const entry = archive(await serve((_, response) => response.end(packed)), packed);
    await expect(fetchEntry(entry, folder)).rejects.toThrow("archive holds no toys/batch.bin");
    expect(readdirSync(folder)).toEqual(["toys"]);
    expect(readdirSync(join(folder, "toys"))).toEqual([]);
  });
});
