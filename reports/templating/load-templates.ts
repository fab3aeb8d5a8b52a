import { readdirSync, readFileSync } from "node:fs";
import type { TemplateSources } from "./compile-template.ts";
import type { Format } from "./format.ts";

/** The templates of a format as they lie beside the code: `main` by name, all others of its folder as partials. */
export function loadTemplates(format: Format["name"], main: string): TemplateSources {
  const folder = new URL(`../templates/${format}/`, import.meta.url);
  const names = readdirSync(folder)
    .filter((file) => file.endsWith(".hbs"))
    .map((file) => file.slice(0, -".hbs".length))
    .sort();
  const read = (name: string): string => readFileSync(new URL(`${name}.hbs`, folder), "utf8");
  return {
    main: read(main),
    partials: Object.fromEntries(names.filter((name) => name !== main).map((name) => [name, read(name)])),
  };
}
