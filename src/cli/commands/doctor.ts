import { version } from "../../audit/version.ts";
import { diagnoseEngines } from "../../engine/diagnose.ts";
import { type Command, jsonOption } from "../command.ts";
import { exitCode } from "../exit-code.ts";
import { flagOption } from "../read-option.ts";
import { textTable } from "../text-table.ts";

export const doctor: Command = {
  usage: "doctor",
  group: "run",
  summary: "Tell which engine runs the networks here, and how to get another",
  description:
    "Tries every engine that can run the networks, tells which one is chosen and how fast it is, and for each absent one why and how to get it.",
  options: [jsonOption],
  examples: [
    ["assay doctor", "what is there?"],
    ["ASSAY_ENGINE=tfjs-wasm assay doctor", "force an engine; works with every command"],
  ],
  run: async (given, { print, environment }) => {
    const engines = await diagnoseEngines();
    const forced = environment.ASSAY_ENGINE;
    const chosen = forced ?? engines.find(({ works }) => works)?.name;
    if (flagOption(given, "json")) {
      print(JSON.stringify({ assay: version, node: process.version, chosen, engines }, null, 1));
      return exitCode.done;
    }
    print(`assay ${version}, node ${process.version}, ${process.platform} ${process.arch}\n`);
    const rows = engines.map((engine) =>
      engine.works
        ? [
            engine.name === chosen ? "→" : "",
            engine.name,
            "works",
            `${engine.identity.version}, ${engine.identity.provider}, ${engine.productMs.toFixed(1)} ms a small product`,
          ]
        : ["", engine.name, "absent", engine.reason],
    );
    print(textTable([["", "engine", "", ""], ...rows]));
    const remedies = engines.flatMap((engine) => (engine.works ? [] : [`${engine.name}: ${engine.remedy}`]));
    if (remedies.length > 0) print(`\nTo get another engine:\n${remedies.map((remedy) => `  ${remedy}`).join("\n")}`);
    print(forced === undefined ? `\nPipelines run on ${chosen}.` : `\nASSAY_ENGINE asks for ${forced}.`);
    return exitCode.done;
  },
};
