/** Every room of the house with the rooms and packages that it may import; `types` may be imported as types only. */
export interface Room {
  readonly path: string;
  readonly imports: readonly string[];
  readonly types?: readonly string[];
  readonly packages?: readonly string[];
}

export const rooms: readonly Room[] = [
  { path: "src/numbers", imports: [] },
  { path: "src/random", imports: [], packages: ["seedrandom"] },
  { path: "src/stats", imports: ["src/numbers", "src/random"], packages: ["simple-statistics"] },
  { path: "src/checks", imports: ["src/numbers", "src/stats"] },
  {
    path: "src/tables",
    imports: ["src/numbers"],
    packages: [
      "csv-parse",
      "parse5",
      "mdast-util-from-markdown",
      "mdast-util-gfm-table",
      "micromark-extension-gfm-table",
    ],
  },
  { path: "src/sources", imports: ["src/tables"], packages: ["parse5"] },
  {
    path: "src/inspect",
    imports: ["src/tables", "src/checks", "src/numbers", "src/stats"],
    types: ["src/sources"],
  },
  { path: "src/paper", imports: ["src/numbers"], types: ["src/tables", "src/checks"] },
  {
    path: "src/engine",
    imports: [],
    packages: [
      "onnxruntime-node",
      "@tensorflow/tfjs-core",
      "@tensorflow/tfjs-backend-cpu",
      "@tensorflow/tfjs-backend-wasm",
      "@tensorflow/tfjs-node-gpu",
    ],
  },
  { path: "src/data", imports: ["src/random"] },
  { path: "src/metrics", imports: [] },
  { path: "src/models", imports: ["src/engine", "src/random"] },
  {
    path: "src/pipelines",
    imports: ["src/data", "src/metrics", "src/models", "src/engine", "src/random"],
    types: ["src/paper"],
  },
  {
    path: "harness",
    imports: ["src/pipelines", "src/data", "src/engine", "src/paper"],
    packages: ["valibot"],
  },
  { path: "src/judge", imports: ["src/numbers", "src/stats", "src/random"], packages: ["simple-statistics"] },
  {
    path: "src/audit",
    imports: ["src/checks", "src/judge", "src/stats", "src/numbers", "src/paper", "harness"],
    types: ["src/tables"],
    packages: ["simple-statistics"],
  },
  {
    path: "reports",
    imports: [],
    types: ["src/audit", "src/paper", "src/checks", "src/inspect", "src/tables"],
    packages: ["handlebars", "@myriaddreamin/typst-ts-node-compiler", "valibot"],
  },
  { path: "claims", imports: ["src/paper", "src/tables", "src/checks", "src/numbers"] },
  {
    path: "src/vitest",
    imports: ["src/audit", "src/paper", "src/checks", "src/judge", "src/numbers", "src/stats"],
    packages: ["vitest"],
  },
];
