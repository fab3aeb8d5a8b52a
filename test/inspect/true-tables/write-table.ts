import type { TableFormat } from "../../../src/tables/read-tables.ts";
import type { PrintedCell, PrintedTable } from "./printed-table.ts";

export const formats = ["csv", "markdown", "latex", "html"] as const satisfies readonly TableFormat[];

export const withEmphasis = ["markdown", "latex", "html"] as const;

/** A table in one of the formats; CSV keeps neither what is set apart nor spans. */
export function writeTable(table: PrintedTable, format: (typeof formats)[number]): string {
  return { csv, markdown, latex, html }[format](table);
}

/** One name for every column, the outer ones before the inner. */
function flatNames({ header }: PrintedTable): readonly string[] {
  const lines = header.map((cells) => cells.flatMap(({ text, span }) => Array<string>(span).fill(text)));
  return (lines.at(-1) ?? []).map((_, at) =>
    lines
      .map((line) => line[at] ?? "")
      .filter((text) => text !== "")
      .join(" / "),
  );
}

function csv(table: PrintedTable): string {
  const quoted = (text: string): string => (/[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const body = table.rows.map((row) => row.map(({ text, note = "" }) => quoted(text + note)).join(","));
  return [flatNames(table).map(quoted).join(","), ...body].join("\n");
}

function markdown(table: PrintedTable): string {
  const names = flatNames(table);
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((text) => text.replaceAll("|", "\\|")).join(" | ")} |`;
  const dressed = ({ text, bold, underline, note = "" }: PrintedCell): string =>
    `${wrapped(bold, "**", wrapped(underline, "<u>", text, "</u>"), "**")}${note}`;
  const body = table.rows.map((row) => line(row.map(dressed)));
  return [line(names), line(names.map(() => "---")), ...body].join("\n");
}

function latex({ caption, header, rows, rulesAbove }: PrintedTable): string {
  const columns = header.at(-1)?.length ?? 0;
  const escaped = (text: string): string =>
    text
      .replaceAll(/[%#&_]/g, (sign) => `\\${sign}`)
      .replaceAll("±", "$\\pm$")
      .replaceAll("↑", "$\\uparrow$")
      .replaceAll("↓", "$\\downarrow$")
      .replaceAll("Δ", "$\\Delta$")
      .replaceAll("²", "$^2$");
  const named = header.map((cells) =>
    cells
      .map(({ text, span }) => (span === 1 ? escaped(text) : `\\multicolumn{${span}}{c}{${escaped(text)}}`))
      .join(" & "),
  );
  const dressed = ({ text, bold, underline, note }: PrintedCell): string => {
    const inner = wrapped(bold, "\\textbf{", wrapped(underline, "\\underline{", escaped(text), "}"), "}");
    return note === undefined ? inner : `${inner}$^{${note === "†" ? "\\dagger" : note}}$`;
  };
  const body = rows.map(
    (row, at) => `${rulesAbove?.includes(at) ? "\\midrule\n" : ""}${row.map(dressed).join(" & ")} \\\\`,
  );
  return `\\begin{table}\n\\caption{${escaped(caption)}}\n\\begin{tabular}{l${"c".repeat(columns - 1)}}\n\\toprule\n${named.join(" \\\\\n")} \\\\\n\\midrule\n${body.join("\n")}\n\\bottomrule\n\\end{tabular}\n\\end{table}\n`;
}

function html({ caption, header, rows, rulesAbove }: PrintedTable): string {
  const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  const named = header.map((cells) =>
    cells.map(({ text, span }) => `<th colspan="${span}">${escaped(text)}</th>`).join(""),
  );
  const dressed = ({ text, bold, underline, note }: PrintedCell): string =>
    `<td>${wrapped(bold, "<b>", wrapped(underline, "<u>", escaped(text), "</u>"), "</b>")}${note === undefined ? "" : `<sup>${note}</sup>`}</td>`;
  const groups: string[][] = [[]];
  rows.forEach((row, at) => {
    if (rulesAbove?.includes(at)) groups.push([]);
    groups.at(-1)?.push(`<tr>${row.map(dressed).join("")}</tr>`);
  });
  const bodies = groups.map((group) => `<tbody>${group.join("\n")}</tbody>`).join("\n");
  return `<table><caption>${escaped(caption)}</caption><thead>${named.map((row) => `<tr>${row}</tr>`).join("\n")}</thead>\n${bodies}</table>`;
}

function wrapped(wanted: boolean | undefined, before: string, text: string, behind: string): string {
  return wanted ? `${before}${text}${behind}` : text;
}
