export type DatasetName = "mnist" | "fashion-mnist" | "cifar-10" | "cifar-100" | "cifar-100-coarse";

/** One file of a data set, as published. */
export interface RegistryFile {
  /** Below the data folder, with forward slashes. */
  readonly path: string;
  readonly bytes: number;
  readonly checksums: KnownChecksums;
}

/** KnownChecksums known of a file, in lower-case hexadecimal; at least one is. */
export interface KnownChecksums {
  readonly md5?: string;
  readonly sha1?: string;
  readonly sha256?: string;
}

/** Where the files come from: each by itself, or as members of one archive (gzipped tar). */
export type Origin =
  | { readonly kind: "files"; readonly addresses: readonly string[] }
  | {
      readonly kind: "archive";
      readonly address: string;
      readonly bytes: number;
      readonly checksums: KnownChecksums;
    };

/** What is known of a data set before a byte of it is read. */
export interface DatasetEntry {
  readonly name: DatasetName;
  readonly title: string;
  /** Folder of the files below the data folder. */
  readonly folder: string;
  readonly image: { readonly channels: number; readonly height: number; readonly width: number };
  readonly classes: readonly string[];
  readonly form: Form;
  readonly origin: Origin;
  readonly homepage: string;
  readonly licence: string;
  readonly citation: string;
}

/** The official form of the files. */
type Form =
  | { readonly kind: "idx"; readonly train: IdxFiles; readonly test: IdxFiles }
  | {
      readonly kind: "cifar";
      readonly labels: "cifar-10" | "cifar-100-coarse" | "cifar-100-fine";
      readonly train: CifarFiles;
      readonly test: CifarFiles;
    };

export interface IdxFiles {
  readonly count: number;
  readonly images: RegistryFile;
  readonly labels: RegistryFile;
}

export interface CifarFiles {
  /** Images in each file. */
  readonly countPerFile: number;
  readonly files: readonly RegistryFile[];
}
