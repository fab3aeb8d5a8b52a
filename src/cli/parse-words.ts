import { parseArgs } from "node:util";
import { type Arguments, type Command, type CommandOption, commandName } from "./command.ts";
import { didYouMean } from "./nearest.ts";
import { UsageError } from "./usage-error.ts";

/** What the words of a command line ask for. */
export type Request =
  | { readonly kind: "version" }
  | { readonly kind: "help"; readonly command?: Command }
  | { readonly kind: "run"; readonly command: Command; readonly given: Arguments };

export const commonOptions: readonly CommandOption[] = [
  { flags: "--verbose", description: "Show whole errors, with where in Assay they arose" },
  { flags: "-h, --help", description: "Explain the command" },
];

/**
 * Reads the words behind `assay`. Every word stays text, so that a folder named 007 keeps its zeros. Throws a UsageError
 * in one line for a command, option or argument that is unknown, missing or too much.
 */
export function parseWords(words: readonly string[], commands: readonly Command[]): Request {
  const at = words.findIndex((word) => !word.startsWith("-"));
  const before = at < 0 ? words : words.slice(0, at);
  if (asksVersion(words)) return { kind: "version" };
  const name = at < 0 ? undefined : words[at];
  if (name === undefined) refuseUnknown(before);
  if (name === undefined || (name === "help" && at === words.length - 1)) return { kind: "help" };
  const wanted = name === "help" ? words[at + 1] : name;
  const found = commands.find((candidate) => commandName(candidate) === wanted);
  if (found === undefined) throw new UsageError(unknownCommand(wanted ?? "", commands));
  const part = partOf(found, words[name === "help" ? at + 2 : at + 1]);
  const command = part ?? found;
  const behind = words.slice(at + 1).filter((_, index) => part === undefined || index !== (name === "help" ? 1 : 0));
  const given = readArguments([...before, ...behind], command);
  if (name === "help" || given.options.has("help")) return { kind: "help", command };
  checkCount(given.positional, command);
  return { kind: "run", command, given };
}

/** Whether the version is asked for: before any command. */
export function asksVersion(words: readonly string[]): boolean {
  const at = words.findIndex((word) => !word.startsWith("-"));
  return words.slice(0, at < 0 ? words.length : at).some((word) => word === "--version" || word === "-v");
}

/** Options without a command, of which help alone has a meaning. */
function refuseUnknown(options: readonly string[]): void {
  const unknown = options.find((word) => word !== "--help" && word !== "-h" && word !== "--verbose");
  if (unknown === undefined) return;
  const hint = didYouMean(unknown, ["--version", "--help"], "an option stands behind its command");
  throw new UsageError(`there is no option ${unknown} without a command; ${hint}`);
}

/** The part of a command that the word behind it names; undefined where the command has no parts, or none is named. */
function partOf(command: Command, word: string | undefined): Command | undefined {
  const { parts } = command;
  if (parts === undefined || word === undefined || word.startsWith("-")) return undefined;
  const whole = commandName(command);
  const names = partNames(command);
  const part = parts[names.indexOf(word)];
  if (part !== undefined) return part;
  const asked = names.filter((_, index) => mentions(parts[index]?.summary ?? "", word));
  const near = asked.length > 0 ? `did you mean ${asked.join(" or ")}?` : undefined;
  throw new UsageError(
    `\`assay ${whole}\` has no "${word}"; ${near ?? didYouMean(word, names, `it has ${names.slice(0, -1).join(", ")} and ${names.at(-1)}`)}`,
  );
}

/** Whether a summary names it in parentheses, where the field's names of checks stand: `(GRIM)`, `(AP, AUPR)`. */
function mentions(summary: string, word: string): boolean {
  const [, names = ""] = /\(([^()]*)\)[^()]*$/.exec(summary) ?? [];
  return names.toLowerCase().split(", ").includes(word.toLowerCase());
}

function partNames(command: Command): readonly string[] {
  return (command.parts ?? []).map((part) => commandName(part).slice(commandName(command).length + 1));
}

function unknownCommand(name: string, commands: readonly Command[]): string {
  const whole = commands.find((command) => partNames(command).includes(name.toLowerCase()));
  if (whole !== undefined)
    return `there is no command "${name}"; did you mean \`assay ${commandName(whole)} ${name.toLowerCase()}\`?`;
  const hint = didYouMean(name, commands.map(commandName), "`assay --help` lists them");
  return `there is no command "${name}"; ${hint}`;
}

function readArguments(words: readonly string[], command: Command): Arguments {
  const known = [...command.options, ...commonOptions].map(({ flags }) => ({
    name: flags.replace(/^(-\w, )?--([\w-]+).*$/, "$2"),
    takesValue: flags.includes("<"),
    placeholder: flags.replace(/^[^<]*/, ""),
  }));
  const { tokens } = parseArgs({
    args: [...words],
    options: {
      ...Object.fromEntries(known.map(({ name, takesValue }) => [name, { type: takesValue ? "string" : "boolean" }])),
      help: { type: "boolean", short: "h" },
    },
    strict: false,
    tokens: true,
  });
  const called = `\`assay ${commandName(command)}\``;
  const positional: string[] = [];
  const options = new Map<string, readonly (string | true)[]>();
  for (const token of tokens) {
    if (token.kind === "positional") positional.push(token.value);
    if (token.kind !== "option") continue;
    const option = known.find(({ name }) => name === token.name);
    if (option === undefined) {
      const word = words[token.index] ?? "";
      if (/^-\w\w/.test(word))
        throw new UsageError(`${called} has no option ${word}; an option begins with two hyphens: -${word}`);
      const names = known.map(({ name }) => name);
      const listed = `\`assay ${commandName(command)} --help\` lists them`;
      // A letter alone is near every name of one letter, but what it begins is meant.
      const begun = token.name.length === 1 ? names.filter((one) => one.startsWith(token.name)).slice(0, 3) : undefined;
      const near =
        begun === undefined
          ? didYouMean(token.name, names, listed)
          : begun.length > 0
            ? `did you mean ${begun.join(" or ")}?`
            : listed;
      throw new UsageError(`${called} has no option ${token.rawName}; ${near.replace(/(?<=mean |or )/g, "--")}`);
    }
    const missing = token.value === undefined || token.value === "" || isOption(token.value, token.inlineValue);
    if (option.takesValue && missing)
      throw new UsageError(`${token.rawName} needs a value: ${token.rawName} ${option.placeholder}`);
    if (!option.takesValue && token.value !== undefined)
      throw new UsageError(`${token.rawName} takes no value; leave out "${token.value}"`);
    options.set(option.name, [...(options.get(option.name) ?? []), token.value ?? true]);
  }
  return { positional, options };
}

function isOption(value: string, inline: boolean | undefined): boolean {
  return inline !== true && value.startsWith("--");
}

function checkCount(positional: readonly string[], command: Command): void {
  const places = command.usage.slice(commandName(command).length).split(" ").slice(1);
  const missing = places.find((place, index) => place.startsWith("<") && positional[index] === undefined);
  const name = commandName(command);
  if (missing !== undefined && command.parts !== undefined)
    throw new UsageError(
      `\`assay ${name}\` needs ${missing}: ${partNames(command).join(", ")}; \`assay ${name} --help\` has an example of each`,
    );
  if (missing !== undefined) throw new UsageError(`\`assay ${name}\` needs ${missing}: assay ${command.usage}`);
  const excess = positional[places.length];
  if (excess !== undefined && !places.some((place) => place.includes("...")))
    throw new UsageError(`"${excess}" is one word too many: assay ${command.usage}`);
}
