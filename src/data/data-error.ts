/** A file of a data set, and what to advise when it is unusable. */
export interface DataFile {
  readonly path: string;
  /** What mends it, as half a sentence: "fetch it again: assay data fetch mnist". */
  readonly remedy: string;
}

/** An error whose message names file, problem and remedy in one line. */
export interface DataError extends Error {
  /** What is wrong, without file and remedy. */
  readonly problem: string;
}

/**
 * The one-line error for an unusable file: which file, what is wrong with it (with the offset where there is one), what
 * mends it.
 *
 * @example
 * dataError({ path: "mnist/x.gz", remedy: "fetch it again" }, "holds 3 bytes, expected 7").message;
 * // => "mnist/x.gz: holds 3 bytes, expected 7; fetch it again"
 */
export function dataError(file: DataFile, problem: string, cause?: unknown): DataError {
  const error = new Error(`${file.path}: ${problem}; ${file.remedy}`, cause === undefined ? {} : { cause });
  return Object.assign(error, { problem });
}

export function isDataError(error: unknown): error is DataError {
  return error instanceof Error && "problem" in error;
}

/** A count with thousands separated, for error messages: 26,421,880. */
export function inThousands(count: number): string {
  return count.toLocaleString("en-GB");
}
