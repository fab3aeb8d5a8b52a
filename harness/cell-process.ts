import { parseArgs } from "node:util";
import { cellCommand } from "./cell-command.ts";

// The program that the local executor starts for each cell, from the plan's snapshot of the code.
const { values } = parseArgs({
  options: {
    plan: { type: "string" },
    index: { type: "string" },
    store: { type: "string" },
    data: { type: "string" },
    "retry-failed": { type: "boolean" },
    "time-limit": { type: "string" },
    grace: { type: "string" },
  },
});
const { plan = "", index, store = "", data, grace } = values;
const timeLimit = values["time-limit"];
const code = await cellCommand(
  {
    plan,
    index: Number(index),
    store,
    retryFailed: values["retry-failed"] === true,
    ...(data === undefined ? {} : { dataFolder: data }),
    ...(timeLimit === undefined ? {} : { timeLimitSeconds: Number(timeLimit) }),
    ...(grace === undefined ? {} : { graceSeconds: Number(grace) }),
  },
  (line) => process.stderr.write(`${line}\n`),
);
// A pipeline that would not stop may still be running.
process.exit(code);
