import { setImmediate as nextTurn } from "node:timers/promises";
import { permutation } from "../../random/permutation.ts";
import { stream } from "../../random/stream.ts";
import { type Checkpoint, decodeCheckpoint, encodeCheckpoint } from "./checkpoint.ts";
import { checkpointKey } from "./checkpoint-key.ts";
import { type CompiledSteps, compileSteps, type StepResult } from "./compiled-steps.ts";
import { initialValues, valuesNamed } from "./initial-values.ts";
import type { EpochLosses, Trained, Training } from "./training.ts";

/**
 * Trains a network by mini-batches in an order that is shuffled anew for each epoch; the last batch may be shorter. The
 * same training gives the same bits, whether or not it was interrupted and resumed from its checkpoints.
 *
 * @throws the signal's reason when aborted; RangeError for a batch size or number of epochs that is no positive integer.
 */
export async function train(training: Training): Promise<Trained> {
  const { examples, batchSize, epochs, purpose, signal, now } = training;
  for (const [name, value] of Object.entries({ batchSize, epochs, examples: examples.count }))
    if (!Number.isSafeInteger(value) || value < 1)
      throw new RangeError(`train: ${name} ${value} is not a positive integer`);
  const steps = await compileSteps(training);
  const batchesPerEpoch = Math.ceil(examples.count / batchSize);
  const total = epochs * batchesPerEpoch;
  const key = checkpointKey(training, steps, total);
  try {
    const known = await training.checkpoints?.memo.get(key);
    let at: Checkpoint = known === undefined ? beginning(training, steps) : decodeCheckpoint(known);
    let savedAt = now();
    let toldAt = Number.NEGATIVE_INFINITY;
    const save = async (): Promise<void> => {
      await training.checkpoints?.memo.put(key, encodeCheckpoint(at));
      savedAt = now();
    };
    while (at.epoch < epochs && !at.stopped) {
      const order = permutation(examples.count, stream(...purpose, "order", at.epoch + 1));
      while (at.batch < batchesPerEpoch) {
        await nextTurn();
        if (signal.aborted) {
          await save();
          signal.throwIfAborted();
        }
        const indices = order.subarray(at.batch * batchSize, Math.min((at.batch + 1) * batchSize, examples.count));
        const result = await steps.run(at.values, indices, at.epoch + 1, at.epoch * batchesPerEpoch + at.batch + 1);
        const broken = Object.entries(result.told).find(([, value]) => !Number.isFinite(value));
        if (broken !== undefined)
          return {
            kind: "diverged",
            reason: `${broken[0]} is ${broken[1]} in epoch ${at.epoch + 1}, batch ${at.batch + 1} of ${batchesPerEpoch}`,
            history: at.batch === 0 ? at.history : [...at.history, lossesOf(at, at.batch * batchSize)],
          };
        at = { ...at, values: result.values, batch: at.batch + 1, sums: addedTo(at.sums, result, indices.length) };
        const done = at.epoch * batchesPerEpoch + at.batch;
        if (now() - toldAt > 1000 || done === total) {
          training.progress?.({ done, total });
          toldAt = now();
        }
        if (now() - savedAt > 1000 * (training.checkpoints?.everySeconds ?? 60)) await save();
      }
      at = await endEpoch(training, steps, at);
    }
    await save();
    const { values, kept, history } = at;
    return {
      kind: "trained",
      values: valuesNamed(values, steps.kept),
      kept,
      history,
      steps: history.length * batchesPerEpoch,
    };
  } finally {
    await steps.release();
  }
}

function beginning({ purpose, startFrom = {} }: Training, { variables }: CompiledSteps): Checkpoint {
  const drawn = initialValues(variables, (name) => stream(...purpose, "weights", name));
  const given = variables.flatMap(({ name }) => (startFrom[name] === undefined ? [] : [[name, startFrom[name]]]));
  const values = { ...drawn, ...Object.fromEntries(given) };
  return { epoch: 0, batch: 0, stopped: false, values, kept: {}, sums: {}, history: [] };
}

/** Losses of a batch, added with its number of examples as weight. */
function addedTo(sums: Readonly<Record<string, number>>, { told }: StepResult, examples: number) {
  return Object.fromEntries(
    Object.entries(told).map(([name, value]) => [name, (sums[name] ?? 0) + value * examples] as const),
  );
}

/** The mean losses of the epoch at hand, of which so many examples have been seen. */
function lossesOf({ epoch, sums }: Checkpoint, examples: number): EpochLosses {
  const losses = Object.entries(sums).map(([name, sum]) => [name, sum / examples] as const);
  return { epoch: epoch + 1, losses: Object.fromEntries(losses) };
}

async function endEpoch(training: Training, steps: CompiledSteps, at: Checkpoint): Promise<Checkpoint> {
  const { epoch, losses } = lossesOf(at, training.examples.count);
  const values = valuesNamed(at.values, steps.kept);
  const history = [...at.history, { epoch, losses }];
  const decision = (await training.onEpoch?.({ epoch, values, history })) ?? {};
  const kept = Object.fromEntries((decision.keep ?? []).map((name) => [name, values] as const));
  return {
    epoch,
    batch: 0,
    stopped: decision.stop === true,
    values: at.values,
    kept: { ...at.kept, ...kept },
    sums: {},
    history: [...at.history, { epoch, losses: { ...losses, ...decision.losses } }],
  };
}
