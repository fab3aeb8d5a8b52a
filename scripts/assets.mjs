// The data files that lie beside the code and that it reads where it is compiled to.
import { cpSync, existsSync, mkdirSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";

const kinds = /\.(csv|json|hbs|gz|br|jsonl|typ|ttf|otf|css)$/;

/** Copies the data files of the folders from `root` to the same paths below `out`. */
export function copyAssets(root, out, folders) {
  const copy = (folder) => {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) copy(path);
      else if (kinds.test(entry.name)) {
        mkdirSync(dirname(join(out, path)), { recursive: true });
        cpSync(join(root, path), join(out, path));
      }
    }
  };
  for (const folder of folders) if (existsSync(join(root, folder))) copy(folder);
}
