import { averages } from "./averages.ts";
import { averagesOfGroups } from "./averages-of-groups.ts";
import { averagesOfRows } from "./averages-of-rows.ts";
import { averagesWithGaps } from "./averages-with-gaps.ts";
import { differences } from "./differences.ts";
import { orders } from "./orders.ts";
import type { TrueKind } from "./printed-table.ts";
import { scores } from "./scores.ts";
import { sharesInCells } from "./shares-in-cells.ts";
import { totals } from "./totals.ts";

/** Kinds of tables as papers print them, all of them true, by what is made of their numbers. */
export const trueKindsByGroup: Readonly<Record<string, readonly TrueKind[]>> = {
  averages,
  "averages with gaps": averagesWithGaps,
  "averages of groups": averagesOfGroups,
  "rows of averages": averagesOfRows,
  "totals and shares": totals,
  differences,
  "scores and spreads": scores,
  "ranks and bold numbers": orders,
  "percentages in cells": sharesInCells,
};

export const trueKinds: readonly TrueKind[] = Object.values(trueKindsByGroup).flat();
