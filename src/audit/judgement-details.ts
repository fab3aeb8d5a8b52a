import type { Detail } from "../checks/check-result.ts";

/** A judgement as JSON data: undefined quantities are left out, an infinite one is a word. */
export function judgementDetails(judgement: object): { readonly [name: string]: Detail } {
  return Object.fromEntries(
    Object.entries(judgement).flatMap(([name, value]) => {
      const detail = detailOf(value);
      return detail === undefined ? [] : [[name, detail]];
    }),
  );
}

function detailOf(value: unknown): Detail | undefined {
  if (typeof value === "number") return Number.isFinite(value) ? value : String(value);
  if (typeof value === "string" || typeof value === "boolean") return value;
  if (Array.isArray(value)) return value.flatMap((item) => detailOf(item) ?? []);
  if (typeof value === "object" && value !== null) return judgementDetails(value);
  return undefined;
}
