import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { cureTsrChallenges, cureTsrSigns, parseCureTsrName } from "../../../src/data/cure-tsr/file-name.ts";
import { type CureTsrSelection, readCureTsr } from "../../../src/data/cure-tsr/read-cure-tsr.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import vectors from "./vectors/bmp.json" with { type: "json" };

const bytes = (base64: string): Uint8Array => new Uint8Array(Buffer.from(base64, "base64"));
const [first, second, third] = vectors.cases.map(({ file }) => bytes(file)) as [Uint8Array, Uint8Array, Uint8Array];
const size = { height: 5, width: 6, filter: "lanczos" } as const;
const free: CureTsrSelection = { split: "Real_Train", challenge: "ChallengeFree", level: 0 };
const snow: CureTsrSelection = { split: "Real_Test", challenge: "Snow", level: 2 };

/** A folder in the set's layout. */
function laidOut(files: Readonly<Record<string, Uint8Array>>): string {
  const folder = temporaryFolder();
  for (const [path, data] of Object.entries(files)) {
    mkdirSync(join(folder, path, ".."), { recursive: true });
    writeFileSync(join(folder, path), data);
  }
  return folder;
}

describe("CURE-TSR", () => {
  it("is read folder by folder: labels by name, images of all sizes brought to one, as Pillow does", async () => {
    const folder = laidOut({
      "Real_Train/ChallengeFree/01_14_00_00_0001.bmp": second,
      "Real_Train/ChallengeFree/01_01_00_00_0002.bmp": first,
      "Real_Train/ChallengeFree/.DS_Store": Uint8Array.of(1),
      "Real_Test/Snow-2/01_06_11_02_0007.bmp": third,
      "Real_Test/Snow-3/01_06_11_03_0007.bmp": first,
    });
    const train = await readCureTsr(folder, free, size);
    expect(train.names).toEqual(["01_01_00_00_0002.bmp", "01_14_00_00_0001.bmp"]);
    expect([...train.images.labels]).toEqual([0, 13]);
    expect(cureTsrSigns[train.images.labels[1] as number]).toBe("parking");
    const expected = [0, 1].flatMap((place) => [...bytes(vectors.cases[place]?.resized.lanczos ?? "")]);
    expect([...train.images.pixels]).toEqual(expected);
    const named = (name: string, data: Uint8Array) => [Buffer.from(`${name}\n`), data];
    const whole = Buffer.concat([...named("01_01_00_00_0002.bmp", first), ...named("01_14_00_00_0001.bmp", second)]);
    expect(train.checksum).toBe(createHash("sha256").update(whole).digest("hex"));
    const { images } = await readCureTsr(folder, snow, { ...size, filter: "bilinear" });
    expect([...images.pixels]).toEqual([...bytes(vectors.cases[2]?.resized.bilinear ?? "")]);
    expect([images.count, images.channels, images.height, images.width]).toEqual([1, 3, 5, 6]);
  });

  const refusals: readonly [string, string, Uint8Array, RegExp][] = [
    [
      "another name",
      "sign.bmp",
      first,
      /Snow-2\/sign\.bmp: is no image's name, expected such as .*; CURE-TSR comes from/,
    ],
    [
      "another challenge",
      "01_06_09_02_0001.bmp",
      first,
      /is real, Rain at level 2 by its name, in a folder of real Snow at level 2;/,
    ],
    ["another level", "01_06_11_05_0001.bmp", first, /is real, Snow at level 5 by its name/],
    ["a rendering", "02_06_11_02_0001.bmp", first, /is unreal, Snow at level 2 by its name/],
    [
      "no BMP",
      "01_06_11_02_0001.bmp",
      new Uint8Array(80),
      /01_06_11_02_0001\.bmp: byte 0: .*, expected "BM" of a BMP file;/,
    ],
  ];
  it.each(refusals)("refuses %s in one line", async (_, name, data, message) => {
    const folder = laidOut({ [`Real_Test/Snow-2/${name}`]: data });
    const read = readCureTsr(folder, snow, size);
    await expect(read).rejects.toThrow(message);
    await expect(read).rejects.toThrow(/^[^\n]*$/);
  });

  it("refuses a missing and an empty folder, and a level that is none", async () => {
    const folder = laidOut({ "Real_Test/Snow-2/.hidden": first });
    await expect(readCureTsr(folder, snow, size)).rejects.toThrow(/Snow-2: holds no image; CURE-TSR comes/);
    await expect(readCureTsr(folder, free, size)).rejects.toThrow(/ChallengeFree: no such folder; CURE-TSR comes/);
    await expect(readCureTsr(folder, { ...snow, level: 6 }, size)).rejects.toThrow(
      "readCureTsr: Snow has no level 6, expected 1, 2, 3, 4, 5",
    );
    await expect(readCureTsr(folder, { ...free, level: 1 }, size)).rejects.toThrow(
      "readCureTsr: ChallengeFree has no level 1, expected 0",
    );
  });
});

describe("a file name of CURE-TSR", () => {
  it("has 14 signs and, beside none, 12 challenges", () => {
    expect([cureTsrSigns.length, cureTsrChallenges.length]).toEqual([14, 13]);
  });

  it.each([
    ["01_06_00_00_0001.bmp", { real: true, sign: 5, challenge: "ChallengeFree", level: 0, index: 1 }],
    ["02_14_12_05_0123.bmp", { real: false, sign: 13, challenge: "Haze", level: 5, index: 123 }],
    ["01_01_01_01_1.bmp", { real: true, sign: 0, challenge: "Decolorization", level: 1, index: 1 }],
  ])("%s", (name, parsed) => {
    expect(parseCureTsrName(name)).toEqual(parsed);
  });

  it.each([
    "03_06_00_00_0001.bmp",
    "01_15_00_00_0001.bmp",
    "01_00_00_00_0001.bmp",
    "01_06_13_01_0001.bmp",
    "01_06_01_06_0001.bmp",
    "01_06_01_00_0001.bmp",
    "01_06_00_01_0001.bmp",
    "01_06_00_00_.bmp",
    "01_06_00_00_0001.png",
    "x01_06_00_00_0001.bmp",
  ])("none is %s", (name) => {
    expect(parseCureTsrName(name)).toBeUndefined();
  });
});
