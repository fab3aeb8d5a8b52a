/** A place in a file; lines and columns count from 1. */
export interface SarifPlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

export interface SarifResult {
  /** Id of one of the log's rules. */
  readonly rule: string;
  readonly level: "error" | "warning" | "note";
  readonly message: string;
  readonly place?: SarifPlace;
  /** Where no file is at hand: the place in words, such as a claim's id. */
  readonly logicalPlace?: string;
  readonly related?: readonly { readonly message: string; readonly place: SarifPlace }[];
}

export interface SarifLog {
  readonly version: string;
  readonly rules: readonly { readonly id: string; readonly summary: string }[];
  readonly results: readonly SarifResult[];
}

/**
 * Findings as SARIF 2.1.0, which code hosts and editors show beside the lines of a file. Fingerprints are made of rule
 * and message, so that a finding is known again when lines above it move. Source: OASIS SARIF 2.1.0, section 3.
 */
export function sarifLog({ version, rules, results }: SarifLog): string {
  const log = {
    $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "Assay",
            version,
            rules: rules.map(({ id, summary }) => ({ id, shortDescription: { text: summary } })),
          },
        },
        columnKind: "utf16CodeUnits",
        results: results.map(resultOf),
      },
    ],
  };
  return `${JSON.stringify(log, null, 1)}\n`;
}

function resultOf({ rule, level, message, place, logicalPlace, related = [] }: SarifResult) {
  const location = {
    ...(place === undefined ? {} : { physicalLocation: physicalLocation(place) }),
    ...(logicalPlace === undefined ? {} : { logicalLocations: [{ fullyQualifiedName: logicalPlace }] }),
  };
  return {
    ruleId: rule,
    level,
    message: { text: message },
    ...(Object.keys(location).length === 0 ? {} : { locations: [location] }),
    ...(related.length === 0
      ? {}
      : {
          relatedLocations: related.map((other, index) => ({
            id: index,
            message: { text: other.message },
            physicalLocation: physicalLocation(other.place),
          })),
        }),
    partialFingerprints: { "ruleAndMessage/v1": `${rule}: ${message}` },
  };
}

function physicalLocation({ file, line, column }: SarifPlace) {
  return {
    artifactLocation: { uri: file.split(/[\\/]/).map(encodeURIComponent).join("/") },
    region: { startLine: line, startColumn: column },
  };
}
