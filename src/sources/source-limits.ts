import { defaultLimits } from "../tables/source-table.ts";

/** What opening a paper refuses to exceed, so that hostile input ends in one line. */
export interface SourceLimits {
  /** Bytes of one file as it lies on the disk: an archive, a page. */
  readonly fileBytes: number;
  /** Bytes that an archive may unpack to, and how many times its own size that may be once it is past 16 MiB. */
  readonly unpackedBytes: number;
  readonly unpackedRatio: number;
  /** Bytes of an archive's texts, which are held in memory. */
  readonly heldBytes: number;
  /** Entries of an archive or of a folder with all that it holds. */
  readonly files: number;
  /** Nested folders of a tree, inputs of a file, groups and elements of a text. */
  readonly depth: number;
  /** Characters of the joined text, and of one line of a file. */
  readonly characters: number;
  readonly lineLength: number;
  /** Files joined into one text; one that is input twice counts twice. */
  readonly inputs: number;
  /** Uses of the paper's own macros, and the characters that they become. */
  readonly expansions: number;
  readonly expandedCharacters: number;
  /** Problems listed; a last one counts the rest. */
  readonly problems: number;
}

export const defaultSourceLimits: SourceLimits = {
  fileBytes: 200_000_000,
  unpackedBytes: 1_000_000_000,
  unpackedRatio: 200,
  heldBytes: 60_000_000,
  files: 20_000,
  depth: defaultLimits.depth,
  characters: defaultLimits.characters,
  lineLength: defaultLimits.lineLength,
  inputs: 2_000,
  expansions: 200_000,
  expandedCharacters: 10_000_000,
  problems: 100,
};
