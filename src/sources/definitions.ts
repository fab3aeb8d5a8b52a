import { controlAt, groupAt, optionAt, type Range, skipSpaces } from "./latex-scan.ts";

/** A definition of a macro as it stands in a text. */
export interface Definition {
  readonly name: string;
  /** How many arguments it takes; undefined where they are delimited, optional or otherwise not simple. */
  readonly parameters: number | undefined;
  readonly body: Range;
  /** `\providecommand`: it stands only where nothing else does. */
  readonly weak: boolean;
  /** Words around the body: an operator's name is upright. */
  readonly wrap?: string;
  readonly end: number;
}

const commands = new Set(
  ["newcommand", "renewcommand", "providecommand", "DeclareRobustCommand", "newrobustcmd", "renewrobustcmd"].concat([
    "NewDocumentCommand",
    "RenewDocumentCommand",
    "ProvideDocumentCommand",
    "DeclareDocumentCommand",
    "DeclareMathOperator",
  ]),
);
const primitives = new Set(["def", "gdef", "edef", "xdef"]);

/** Whether a control sequence defines a macro. */
export function isDefining(name: string): boolean {
  return commands.has(name) || primitives.has(name);
}

/** The definition by the control sequence that ends at `at`; undefined where it cannot be read. */
export function definitionAt(text: string, command: string, at: number): Definition | undefined {
  return primitives.has(command) ? primitiveAt(text, at) : commandAt(text, command, at);
}

function primitiveAt(text: string, at: number): Definition | undefined {
  const start = skipSpaces(text, at);
  if (text[start] !== "\\") return undefined;
  const { name, end } = controlAt(text, start);
  const parameters = /^(?:[^{}\\\n]|\\.){0,100}(?=\{)/.exec(text.slice(end, end + 120))?.[0];
  if (parameters === undefined) return undefined;
  const body = groupAt(text, end + parameters.length);
  if (body === undefined) return undefined;
  const simple = /^\s*((?:#\d)*)\s*$/.exec(parameters);
  return {
    name,
    parameters: simple === null ? undefined : (simple[1]?.length ?? 0) / 2,
    body,
    weak: false,
    end: body.end + 1,
  };
}

function commandAt(text: string, command: string, at: number): Definition | undefined {
  const start = skipSpaces(text, text[at] === "*" ? at + 1 : at);
  const group = groupAt(text, start);
  const named = skipSpaces(text, group?.start ?? start);
  if (text[named] !== "\\") return undefined;
  const { name, end: nameEnd } = controlAt(text, named);
  let end = group === undefined ? nameEnd : group.end + 1;
  let parameters: number | undefined = 0;
  if (command.endsWith("DocumentCommand")) {
    const specification = groupAt(text, end);
    if (specification === undefined) return undefined;
    const letters = text.slice(specification.start, specification.end).replace(/\s/g, "");
    parameters = /^m*$/.test(letters) ? letters.length : undefined;
    end = specification.end + 1;
  } else if (command !== "DeclareMathOperator") {
    const count = optionAt(text, end);
    if (count !== undefined) {
      parameters = Number(text.slice(count.start, count.end));
      const standard = optionAt(text, count.end + 1);
      end = (standard ?? count).end + 1;
      if (standard !== undefined || !Number.isInteger(parameters)) parameters = undefined;
    }
  }
  const body = groupAt(text, end);
  if (body === undefined) return undefined;
  const wrap = command === "DeclareMathOperator" ? { wrap: "\\operatorname" } : {};
  return {
    name,
    parameters,
    body,
    weak: command.startsWith("provide") || command.startsWith("Provide"),
    ...wrap,
    end: body.end + 1,
  };
}
