import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { type DataFile, dataError } from "../data-error.ts";
import type { ImageSet } from "../image-set.ts";
import { type ResizeFilter, resizeImages } from "../resize-images.ts";
import { decodeBmp } from "./bmp.ts";
import { type CureTsrChallenge, type CureTsrName, parseCureTsrName } from "./file-name.ts";

/** Which images: one folder of the set. */
export interface CureTsrSelection {
  readonly split: "Real_Train" | "Real_Test";
  readonly challenge: CureTsrChallenge;
  /** 1, the least severe, to 5; 0 for `ChallengeFree`. */
  readonly level: number;
}

/** To which size every image is brought, and how. */
export interface CureTsrSize {
  readonly height: number;
  readonly width: number;
  readonly filter: ResizeFilter;
}

export interface CureTsrImages {
  /** Labels are indices into `cureTsrSigns`. */
  readonly images: ImageSet;
  /** Names of the files, in the order of the images: sorted. */
  readonly names: readonly string[];
  /** SHA-256 over the names and bytes of all files, in their order. */
  readonly checksum: string;
}

const remedy =
  "CURE-TSR comes from its authors on request (https://github.com/olivesgatech/CURE-TSR): put Real_Train/ and Real_Test/ there as they are";

/**
 * Reads one condition of CURE-TSR (traffic signs under challenging conditions) from the layout that its official code
 * reads: `Real_Train/ChallengeFree/01_06_00_00_0001.bmp`, `Real_Test/GaussianBlur-3/01_06_07_03_0001.bmp`. Images are of
 * various sizes; each is resized to the one size asked for, its proportions not kept.
 *
 * GradCon's public code prepares no CURE-TSR. That it is brought to 28 × 28 by Lanczos, as its CIFAR-10 is, is assumed;
 * the set's own code resizes to 28 × 28 bilinearly.
 *
 * Throws one line naming file, problem and remedy for a missing or empty folder, a file whose name is no image's of this
 * folder (hidden files are passed over), and a file that `decodeBmp` refuses; and a RangeError for a selection that is none.
 *
 * @example
 * const selection = { split: "Real_Test", challenge: "Rain", level: 5 } as const;
 * const { images } = await readCureTsr("data/CURE-TSR", selection, { height: 28, width: 28, filter: "lanczos" });
 * images.channels; // => 3
 */
export async function readCureTsr(
  folder: string,
  selection: CureTsrSelection,
  size: CureTsrSize,
): Promise<CureTsrImages> {
  const path = join(folder, selection.split, folderName(selection));
  const files = await listFiles({ path, remedy }, selection);
  const plane = size.height * size.width;
  const pixels = new Uint8Array(files.length * 3 * plane);
  const hash = createHash("sha256");
  for (const [place, { file, name }] of files.entries()) {
    const bytes = await readFile(file.path);
    hash.update(`${name}\n`).update(bytes);
    const { height, width, pixels: decoded } = decodeBmp(file, bytes);
    const image = { count: 1, channels: 3, height, width, pixels: decoded, labels: new Uint8Array(1) };
    pixels.set(resizeImages(image, size, size.filter).pixels, place * 3 * plane);
  }
  const labels = Uint8Array.from(files, ({ parsed }) => parsed.sign);
  const { height, width } = size;
  return {
    images: { count: files.length, channels: 3, height, width, pixels, labels },
    names: files.map(({ name }) => name),
    checksum: hash.digest("hex"),
  };
}

function folderName({ challenge, level }: CureTsrSelection): string {
  const levels = challenge === "ChallengeFree" ? [0] : [1, 2, 3, 4, 5];
  if (!levels.includes(level))
    throw new RangeError(`readCureTsr: ${challenge} has no level ${level}, expected ${levels.join(", ")}`);
  return challenge === "ChallengeFree" ? challenge : `${challenge}-${level}`;
}

interface NamedFile {
  readonly file: DataFile;
  readonly name: string;
  readonly parsed: CureTsrName;
}

async function listFiles(folder: DataFile, { challenge, level }: CureTsrSelection): Promise<readonly NamedFile[]> {
  const names = await readdir(folder.path).catch((error: unknown) => {
    throw dataError(folder, "no such folder", error);
  });
  const visible = names.filter((name) => !name.startsWith(".")).sort();
  if (visible.length === 0) throw dataError(folder, "holds no image");
  return visible.map((name) => {
    const file = { path: join(folder.path, name), remedy };
    const parsed = parseCureTsrName(name);
    if (parsed === undefined)
      throw dataError(
        file,
        "is no image's name, expected such as 01_06_07_03_0001.bmp (type, sign, challenge, level, index)",
      );
    if (!parsed.real || parsed.challenge !== challenge || parsed.level !== level)
      throw dataError(
        file,
        `is ${parsed.real ? "real" : "unreal"}, ${parsed.challenge} at level ${parsed.level} by its name, in a folder of real ${challenge} at level ${level}`,
      );
    return { file, name, parsed };
  });
}
