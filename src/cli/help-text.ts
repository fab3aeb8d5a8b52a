import { version } from "../audit/version.ts";
import { type Command, type CommandGroup, type CommandOption, commandName } from "./command.ts";
import { commonOptions } from "./parse-words.ts";
import { wrap } from "./wrap.ts";

const groups: readonly (readonly [CommandGroup, string])[] = [
  ["judge", "Judge papers"],
  ["run", "Run their experiments"],
  ["share", "Share the work: batch systems and evidence to commit"],
];

/** What `assay --help` prints: the commands by what one wants to do. */
export function overview(commands: readonly Command[]): string {
  const width = Math.max(...commands.map(({ usage }) => usage.length));
  const sections = groups.map(([group, title]) => [
    title,
    ...commands
      .filter((command) => command.group === group)
      .map(({ usage, summary }) => `  ${usage.padEnd(width)}  ${summary}`),
  ]);
  return [
    `assay ${version}: does this machine-learning paper hold?`,
    "",
    "Usage: assay <command> [options]",
    "",
    ...sections.flatMap((lines) => [...lines, ""]),
    "Begin with",
    "  $ assay audit                            every paper, from claims to reports",
    "  $ assay check k9de-2021                  what does not hold in this paper?",
    "  $ assay explain sohn-2021 t7.means       why?",
    "",
    "`assay <command> --help` explains a command with its options and examples.",
    "Results go to the standard output, progress to the standard error. Exit status: 0 done, 1 a claim fails,",
    "2 a mistake in what was asked or given, 3 a run is incomplete and can go on, 4 nothing fails but something",
    "stays open, 70 a fault of Assay's own.",
  ].join("\n");
}

/** What `assay <command> --help` prints. */
export function commandHelp(command: Command): string {
  const { usage, description, options, examples } = command;
  return [
    `Usage: assay ${usage}${options.length > 0 ? " [options]" : ""}`,
    "",
    ...wrap(description, 100),
    "",
    ...partLines(command),
    "Options",
    ...optionLines([...options, ...commonOptions]),
    ...(examples.length > 0
      ? ["", "Examples", ...examples.flatMap(([line, purpose]) => exampleLines(line, purpose))]
      : []),
    "",
    `All commands: assay --help${commandName(command) === "run" ? "; what a run keeps: docs/harness.md" : ""}`,
  ].join("\n");
}

/** Every part by its summary, with its first example, under the headings of the parts. */
function partLines({ parts = [] }: Command): readonly string[] {
  const width = Math.max(0, ...parts.map((part) => commandName(part).length));
  const lines = parts.flatMap((part, index) => [
    ...(part.section === undefined || part.section === parts[index - 1]?.section
      ? []
      : [...(index === 0 ? [] : [""]), part.section]),
    `  ${commandName(part).padEnd(width)}  ${part.summary}`,
    ...part.examples.slice(0, 1).flatMap(([line]) => shellLines(line)),
  ]);
  return lines.length === 0 ? [] : [...lines, ""];
}

/** A command over several lines where it is long, as a shell takes it. */
function shellLines(line: string): readonly string[] {
  const lines = wrap(line.replaceAll(/ (?!--)/g, "\u00a0"), 90).map((part) => part.replaceAll("\u00a0", " "));
  return lines.map(
    (part, index) => `${index === 0 ? "      $ " : "          "}${part}${index < lines.length - 1 ? " \\" : ""}`,
  );
}

function exampleLines(line: string, purpose: string): readonly string[] {
  return [`  $ ${line}`, `      ${purpose}`];
}

function optionLines(options: readonly CommandOption[]): readonly string[] {
  const width = Math.max(...options.map(({ flags }) => flags.length));
  return options.flatMap(({ flags, description }) =>
    wrap(description, 96 - width).map((line, index) => `  ${(index === 0 ? flags : "").padEnd(width)}  ${line}`),
  );
}
