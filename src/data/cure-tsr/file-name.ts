/** The signs in the order of their codes, 01 to 14. */
export const cureTsrSigns = [
  "speed limit",
  "goods vehicles",
  "no overtaking",
  "no stopping",
  "no parking",
  "stop",
  "bicycle",
  "hump",
  "no left",
  "no right",
  "priority to",
  "no entry",
  "yield",
  "parking",
] as const;

/** The challenging conditions in the order of their codes, 00 to 12, by the names of their folders. */
export const cureTsrChallenges = [
  "ChallengeFree",
  "Decolorization",
  "LensBlur",
  "CodecError",
  "Darkening",
  "DirtyLens",
  "Exposure",
  "GaussianBlur",
  "Noise",
  "Rain",
  "Shadow",
  "Snow",
  "Haze",
] as const;

export type CureTsrChallenge = (typeof cureTsrChallenges)[number];

/** What a file's name says of its image. */
export interface CureTsrName {
  /** True for photographs (01), false for renderings (02). */
  readonly real: boolean;
  /** Index into `cureTsrSigns`. */
  readonly sign: number;
  readonly challenge: CureTsrChallenge;
  /** 1, the least severe, to 5; 0 without a challenge. */
  readonly level: number;
  readonly index: number;
}

const pattern = /^(01|02)_(\d\d)_(\d\d)_(\d\d)_(\d+)\.bmp$/;

/**
 * Reads `sequenceType_signType_challengeType_challengeLevel_index.bmp`, the form of CURE-TSR's file names (its README).
 * Undefined for any other name, and for codes that are none: a level without a challenge or a challenge without a level.
 *
 * @example
 * parseCureTsrName("01_06_09_05_0012.bmp");
 * // => { real: true, sign: 5, challenge: "Rain", level: 5, index: 12 }
 */
export function parseCureTsrName(name: string): CureTsrName | undefined {
  const codes = pattern.exec(name)?.slice(1).map(Number);
  if (codes === undefined) return undefined;
  const [sequence = 0, sign = 0, code = 0, level = 0, index = 0] = codes;
  const challenge = cureTsrChallenges[code];
  if (challenge === undefined || cureTsrSigns[sign - 1] === undefined) return undefined;
  if (level > 5 || (level === 0) !== (challenge === "ChallengeFree")) return undefined;
  return { real: sequence === 1, sign: sign - 1, challenge, level, index };
}
