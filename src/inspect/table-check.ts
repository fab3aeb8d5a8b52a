import type { CheckOutcome, CheckResult } from "../checks/check-result.ts";
import type { Decimal } from "../numbers/decimal.ts";
import type { TableReading } from "../tables/table-reading.ts";
import type { InspectOptions } from "./inspect-options.ts";
import type { FindingStrength } from "./inspection.ts";

/** A cell by its grid indices. */
export interface CellAt {
  readonly row: number;
  readonly column: number;
}

/** Another number in place of a cell's; undefined: the cell's own. */
export type Substitution = (cell: CellAt) => Decimal | undefined;

/** What a check has to say to a reader; absent where it agrees or cannot tell. */
export interface Flag {
  readonly strength: FindingStrength;
  readonly headline: string;
  readonly restsOn: readonly string[];
  readonly result: CheckResult;
  /** How many of the asked cells, from the first on, it accuses. */
  readonly accuses: number;
  readonly passByChance?: number;
}

/** One question that a check put to the table. */
export interface Asked {
  readonly outcome: CheckOutcome;
  /** The cells that it is about, those that a flag accuses first. */
  readonly cells: readonly CellAt[];
  /** Whether it would agree with another number in a cell; absent where cells are not weighed one against another. */
  readonly holds?: (substitute: Substitution) => boolean;
  readonly flag?: Flag;
  /** Why the line of its first cell, which breaks the rule of the others, is not held to it; absent: it is. */
  readonly apart?: { readonly lineWord: "row" | "column"; readonly why: string };
}

/** A check as it is put to whole tables. */
export interface TableCheck {
  readonly name: string;
  readonly apply: (reading: TableReading, options: InspectOptions) => readonly Asked[];
}
