/** A file of a data set, and what to advise when it is unusable. */
export interface DataFile {
  readonly path: string;
  /** What mends it, as half a sentence: "fetch it again: assay data fetch mnist". */
  readonly remedy: string;
}

/**
 * The one-line error for an unusable file: which file, what is wrong with it (with the offset where there is one), what
 * mends it.
 *
 * @example
 * dataError({ path: "mnist/x.gz", remedy: "fetch it again" }, "holds 3 bytes, expected 7").message;
 * // => "mnist/x.gz: holds 3 bytes, expected 7; fetch it again"
 */
export function dataError(file: DataFile, problem: string, cause?: unknown): Error {
  return new Error(`${file.path}: ${problem}; ${file.remedy}`, cause === undefined ? {} : { cause });
}

/** A count with thousands separated, for error messages: 26,421,880. */
export function inThousands(count: number): string {
  return count.toLocaleString("en-GB");
}
