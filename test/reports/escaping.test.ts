import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compileTemplate } from "../../reports/templating/compile-template.ts";
import type { Format } from "../../reports/templating/format.ts";
import { htmlFormat } from "../../reports/templating/html-format.ts";
import { latexFormat } from "../../reports/templating/latex-format.ts";
import { markdownFormat } from "../../reports/templating/markdown-format.ts";
import { typstFormat } from "../../reports/templating/typst-format.ts";

const specials = [
  "\\",
  "`",
  "*",
  "_",
  "{",
  "}",
  "[",
  "]",
  "<",
  ">",
  "|",
  "~",
  "&",
  "#",
  "$",
  "%",
  "^",
  '"',
  "'",
  "-",
  "+",
  "1.",
  "=",
  "@",
  "(",
  ")",
  ";",
  "/",
  "//",
  "/*",
  "\n",
  " ",
  "γ",
  "−",
  "a",
  "\\end{table}",
  "</td>",
  "{{x}}",
  "#import",
  "±",
];
const hostile = fc.array(fc.constantFrom(...specials), { minLength: 1, maxLength: 12 }).map((parts) => parts.join(""));
const property = { seed: 20211115, numRuns: 400 };

const rendered = (format: Format, main: string) =>
  compileTemplate<{ readonly x: string }>(format, { main, partials: {} });
const collapsed = (text: string): string => text.replace(/\s+/g, " ");

describe("whatever a text holds, it stays text", () => {
  test("HTML: reading the entities back gives the text, in content and in an attribute", () => {
    const render = rendered(htmlFormat, '<p title="{{x}}">{{x}}</p>');
    fc.assert(
      fc.property(hostile, (x) => {
        const found = /^<p title="([^"<>]*)">([^<>]*)<\/p>$/.exec(render({ x }));
        expect(found?.slice(1).map(readHtml)).toEqual([x, x]);
      }),
      property,
    );
  });

  test("Markdown: every special stands behind a backslash, and taking the backslashes away gives the text", () => {
    const render = rendered(markdownFormat, "{{x}}");
    fc.assert(
      fc.property(hostile, (x) => {
        const text = render({ x });
        expect(text.replace(/\\([!-/:-@[-`{-~])/g, "$1")).toBe(collapsed(x));
        expect(text.replace(/\\[!-/:-@[-`{-~]/g, "")).not.toMatch(/[\\`*_[\]<>|~&#$\n]/);
        expect(text).not.toMatch(/^ ?([-+=:]|\d+[.)]( |$))/);
      }),
      property,
    );
  });

  test("Markdown: a code span holds no fence of its own and no bare pipe", () => {
    const render = rendered(markdownFormat, "{{code x}}");
    fc.assert(
      fc.property(hostile, (x) => {
        const [, fence = "", inside = ""] = /^(`+)(.*?)\1$/s.exec(render({ x })) ?? [];
        expect(inside.match(/`+/g) ?? []).not.toContain(fence);
        expect(inside).not.toMatch(/(^|[^\\])\|/);
      }),
      property,
    );
  });

  test("LaTeX: undoing the commands gives the text, and braces balance", () => {
    const render = rendered(latexFormat, "{{x}}");
    fc.assert(
      fc.property(hostile, (x) => {
        const text = render({ x });
        expect(readLatex(text)).toBe(collapsed(x));
        const bare = text.replace(/\\[\\{}$&#_%]/g, "");
        expect(bare.split("{").length).toBe(bare.split("}").length);
        expect(bare).not.toMatch(/(?<!\\)[$&#_%]/);
      }),
      property,
    );
  });

  test("Typst: the compiler reads the text back, from markup and from code", async (context) => {
    const typst = await import("@myriaddreamin/typst-ts-node-compiler").catch(() => undefined);
    if (typst === undefined) return context.skip("the Typst compiler is not installed");
    const texts = fc.sample(hostile, { seed: 7, numRuns: 120 }).filter((text) => text.trim() !== "");
    const probe = compileTemplate<{ readonly texts: readonly string[] }>(typstFormat, {
      main: "{{#each texts}}#metadata((([{{this}}]).text, {{string this}})) <probe>\n{{this}}.field[x](y)\n\n{{/each}}",
      partials: {},
    });
    const found: unknown = typst.NodeCompiler.create().query(
      { mainFileContent: probe({ texts }) },
      { selector: "<probe>", field: "value" },
    );
    expect(found).toEqual(texts.map((text) => [collapsed(text), collapsed(text)]));
  });
});

describe("addresses", () => {
  test.each(["javascript:alert(1)", 'https://a.org/"onclick="x', "https://a.org/ b", "//a.org", "data:text/html,x"])(
    "%s is refused",
    (x) => {
      for (const format of [htmlFormat, markdownFormat, typstFormat]) {
        expect(() => rendered(format, "{{url x}}")({ x })).toThrow(/no http\(s\) address/);
      }
    },
  );
});

function readHtml(text: string): string {
  const entities: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'", "#96": "`" };
  return text.replace(/&([^;]*);/g, (_, name: string) => entities[name] ?? "?");
}

function readLatex(text: string): string {
  const commands: Record<string, string> = {
    textbackslash: "\\",
    textasciicircum: "^",
    textasciitilde: "~",
    textless: "<",
    textgreater: ">",
    textbar: "|",
    textquotedbl: '"',
    textasciigrave: "`",
  };
  return text.replace(
    /\\ensuremath\{(?:\\(gamma|pm)|-)\}|\\([a-z]+)\{\}|\\([{}$&#_%])|\{([[*])\}|([-'])\{\}/g,
    (_, maths?: string, command?: string, character?: string, braced?: string, separated?: string) => {
      if (command !== undefined) return commands[command] ?? "?";
      return character ?? braced ?? separated ?? (maths === "gamma" ? "γ" : maths === "pm" ? "±" : "−");
    },
  );
}
