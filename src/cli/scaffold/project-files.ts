import { version } from "../../audit/version.ts";
import type { ScaffoldedFile } from "./scaffolded-file.ts";

export const typescriptConfig: ScaffoldedFile = {
  path: "tsconfig.json",
  text: `{
  "compilerOptions": {
    "target": "ES2023",
    "lib": ["ES2023"],
    "module": "NodeNext",
    "types": ["node"],
    "strict": true,
    "noUncheckedIndexedAccess": true,
    "verbatimModuleSyntax": true,
    "erasableSyntaxOnly": true,
    "allowImportingTsExtensions": true,
    "skipLibCheck": true,
    "noEmit": true
  },
  "include": ["claims", "*.ts"]
}
`,
};

/** The files of a new project around the claims of one paper. */
export function projectFiles(paper: string): readonly ScaffoldedFile[] {
  return [
    { path: "package.json", text: manifest },
    typescriptConfig,
    { path: "vitest.config.ts", text: vitestConfig },
    { path: ".gitignore", text: "node_modules/\nassay-report/\nassay-store/\n" },
    { path: "README.md", text: readme(paper) },
  ];
}

const manifest = `${JSON.stringify(
  {
    name: "paper-claims",
    private: true,
    type: "module",
    engines: { node: ">=20.19" },
    scripts: { check: "tsc --noEmit", claims: "vitest run", audit: "assay audit" },
    devDependencies: {
      "@types/node": "^20.19.0",
      "paper-assay": `^${version}`,
      typescript: ">=5.9",
      vitest: "^4.1.0",
    },
    // It would fetch CUDA libraries, which claims do not need.
    allowScripts: { "onnxruntime-node": false },
  },
  null,
  2,
)}\n`;

const vitestConfig = `import { defineConfig } from "vitest/config";

export default defineConfig({
  test: { include: ["claims/*/*.test.ts"], reporters: ["default", "paper-assay/vitest/reporter"] },
});
`;

function readme(paper: string): string {
  return `# Claims of papers

What papers print and claim, in \`claims/<paper>/\`, decided by [paper-assay](https://www.npmjs.com/package/paper-assay).

\`\`\`sh
npm install
npm run check                # types
npm run claims               # every claim as a test; \`npx vitest\` decides again at every save
npx assay check              # every claim; what fails, and why
npx assay explain ${paper} t1.ours.mean
npx assay report             # HTML, PDF, Markdown and more in assay-report/
npx assay init another-paper
npx assay import table.tex --paper ${paper}
\`\`\`
`;
}
