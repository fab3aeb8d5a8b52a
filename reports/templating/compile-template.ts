import Handlebars from "handlebars";
import type { Format } from "./format.ts";

export interface TemplateSources {
  readonly main: string;
  /** Name → source of the partials that it includes. */
  readonly partials: Readonly<Record<string, string>>;
}

/** Blocks that choose and repeat; nothing else computes in a template. */
const blocks = ["if", "unless", "each", "with"];

/**
 * A template whose every `{{value}}` is escaped for its format, whoever wrote it: the parsed template is rewritten before
 * it is compiled. Refused are triple-stash (but for the parts that the format names as rendered), unknown helpers,
 * subexpressions and decorators. A field that the view lacks is an error, never a blank.
 */
export function compileTemplate<View>(format: Format, { main, partials }: TemplateSources): (view: View) => string {
  const environment = Handlebars.create();
  environment.registerHelper("escape", safely(format, "value", format.escape));
  for (const [name, form] of Object.entries(format.forms)) {
    environment.registerHelper(name, safely(format, name, form));
  }
  const compile = (name: string, source: string) => {
    const program = Handlebars.parse(source);
    new EscapingVisitor(format, name).accept(program);
    return environment.compile(program, { noEscape: true, strict: true, preventIndent: true });
  };
  for (const [name, source] of Object.entries(partials)) environment.registerPartial(name, compile(name, source));
  const template = compile("main", main);
  return (view) => template(view);
}

function safely(format: Format, form: string, escapeText: (text: string) => string) {
  return (value: unknown): string => {
    if (typeof value === "string") return escapeText(value);
    if (typeof value === "number" && Number.isInteger(value)) return escapeText(String(value));
    throw new TypeError(
      `report (${format.name}): {{${form}}} takes text that the view has formatted, not ${typeof value}`,
    );
  };
}

class EscapingVisitor extends Handlebars.Visitor {
  readonly #format: Format;
  readonly #template: string;

  constructor(format: Format, template: string) {
    super();
    this.#format = format;
    this.#template = template;
  }

  override MustacheStatement(mustache: hbs.AST.MustacheStatement): void {
    super.MustacheStatement(mustache);
    const name = "original" in mustache.path ? String(mustache.path.original) : "";
    const { escaped } = mustache;
    if (!escaped) {
      if (this.#format.rendered.includes(name.split(/[./]/).at(-1) ?? "")) return;
      throw this.#refuse(`{{{${name}}}} would not be escaped; write {{${name}}}`, mustache);
    }
    if (name in this.#format.forms && mustache.params.length === 1) return;
    if (mustache.params.length > 0) throw this.#refuse(`{{${name} …}} is no form of ${this.#format.name}`, mustache);
    mustache.params = [mustache.path];
    mustache.path = helperPath("escape", mustache.loc);
  }

  override BlockStatement(block: hbs.AST.BlockStatement): void {
    super.BlockStatement(block);
    if (!blocks.includes(block.path.original))
      throw this.#refuse(`{{#${block.path.original}}} is no known block`, block);
  }

  override SubExpression(expression: hbs.AST.SubExpression): void {
    throw this.#refuse("a template computes nothing; put the value into the view", expression);
  }

  override Decorator(decorator: hbs.AST.Decorator): void {
    throw this.#refuse("decorators are not used", decorator);
  }

  override PathExpression(path: hbs.AST.PathExpression): void {
    // Handlebars is strict about simple mustaches only; this makes it so for the arguments of helpers and blocks too.
    Object.assign(path, { strict: true });
  }

  #refuse(why: string, node: hbs.AST.Node): Error {
    return new Error(`template ${this.#format.name}/${this.#template}, line ${node.loc.start.line}: ${why}`);
  }
}

function helperPath(name: string, loc: hbs.AST.SourceLocation): hbs.AST.PathExpression {
  return { type: "PathExpression", original: name, parts: [name], depth: 0, data: false, loc };
}
