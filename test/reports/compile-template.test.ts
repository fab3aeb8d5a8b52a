import { describe, expect, test } from "vitest";
import { compileTemplate } from "../../reports/templating/compile-template.ts";
import { htmlFormat } from "../../reports/templating/html-format.ts";

const render = (main: string, view: object, partials: Record<string, string> = {}) =>
  compileTemplate<object>(htmlFormat, { main, partials })(view);

describe("a template", () => {
  test("escapes in blocks and partials as in the open", () => {
    const view = { list: [{ x: "<" }], x: ">" };
    expect(render("{{#each list}}{{x}}{{../x}}{{> p}}{{/each}}", view, { p: "({{x}})" })).toBe("&lt;&gt;(&lt;)");
  });

  test("prints whole counts but no other number: formatting belongs to the view", () => {
    expect(render("{{n}}", { n: 12 })).toBe("12");
    expect(() => render("{{n}}", { n: 0.5 })).toThrow(/formatted/);
  });

  test.each([
    "{{missing}}",
    "{{#if missing}}a{{/if}}",
    "{{#each missing}}a{{/each}}",
    "{{url missing}}",
    "{{a.missing}}",
    "{{> p}}",
  ])("%s is an error where the view lacks the field", (main) => {
    expect(() => render(main, { a: {} }, { p: "{{missing}}" })).toThrow(/missing/);
  });

  test.each([
    ["{{{x}}}", /html\/main, line 1: \{\{\{x\}\}\} would not be escaped/],
    ["{{&x}}", /would not be escaped/],
    ["a\n{{shout x}}", /line 2: \{\{shout …\}\} is no form/],
    ["{{url (lookup a x)}}", /computes nothing/],
    ["{{#custom x}}{{/custom}}", /no known block/],
  ])("%s is refused when the template loads", (main, message) => {
    expect(() => compileTemplate(htmlFormat, { main, partials: {} })).toThrow(message);
  });

  test("passes on the parts that the report rendered itself", () => {
    expect(render("{{#each plots}}{{{svg}}}{{/each}}", { plots: [{ svg: "<svg/>" }] })).toBe("<svg/>");
  });
});
