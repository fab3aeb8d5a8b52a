import type { GradconSplit } from "../../data/splits/gradcon-splits.ts";
import type { Engine } from "../../engine/executor.ts";
import { adam } from "../../models/training/adam.ts";
import { compileEvaluation } from "../../models/training/evaluate.ts";
import type { Examples } from "../../models/training/examples.ts";
import { train } from "../../models/training/train.ts";
import type { Checkpoints, EpochLosses, Values } from "../../models/training/training.ts";
import { permutation } from "../../random/permutation.ts";
import { stream } from "../../random/stream.ts";
import { divergence } from "../divergence.ts";
import type { PipelineContext } from "../pipeline.ts";
import type { CellImages } from "./class-images.ts";
import { lossCurves } from "./curves.ts";
import { gradconObjective } from "./objective.ts";
import { type Selection, selectedEpochs } from "./selection.ts";
import { batchSize, learningRate, type Settings } from "./settings.ts";

/** A state of the training that is to be scored, with everything that asks for it. */
export interface KeptState {
  readonly epoch: number;
  /** The rules that select it. */
  readonly selections: readonly Selection[];
  /** Whether the areas are measured along the training here. */
  readonly isOnCurve: boolean;
  /** Parameters, and the averages of gradients as they were at that epoch. */
  readonly values: Values;
}

export interface TrainedClass {
  /** By epoch, ascending. */
  readonly states: readonly KeptState[];
  readonly history: readonly EpochLosses[];
  /** What was done in this process: steps that a checkpoint remembers are not counted. */
  readonly spent: { readonly seconds: number; readonly steps: number };
}

/** What a class is trained with. */
export interface ClassTask {
  readonly inlier: number;
  readonly dataset: string;
  readonly split: GradconSplit;
  readonly images: CellImages;
  readonly settings: Settings;
  readonly engine: Engine;
  readonly checkpoints: Checkpoints;
  readonly context: Pick<PipelineContext, "signal" | "now" | "progress">;
}

/** Name, among an epoch's losses, of one on the validation images. */
export function validationName(loss: string): string {
  return `validation.${loss}`;
}

/**
 * Trains the autoencoder of one inlier class; after each epoch the same losses are told of the validation images, whose
 * averages of gradients are those of training and are left as they are.
 *
 * Weights, order and noise are keyed by seed, data set and class: all variants share them.
 *
 * @throws a divergence, with the loss curves so far.
 */
export async function trainClass(task: ClassTask): Promise<TrainedClass> {
  const { inlier, dataset, split, images, settings, engine, checkpoints, context } = task;
  const { classes, epochs, learningEpochs, seed } = settings;
  const place = classes.indexOf(inlier);
  const purpose = ["gradcon", `seed ${seed}`, dataset, `class ${inlier}`];
  const model = gradconObjective(settings);
  const validation = images.at(split.validation);
  const evaluation = await compileEvaluation({ engine, model, examples: validation, batchSize });
  const counted = countedReads(images.at(split.train));
  const began = context.now();
  try {
    const trained = await train({
      engine,
      model,
      optimiser: adam({ learningRate }),
      examples: counted.examples,
      batchSize,
      epochs,
      purpose,
      checkpoints,
      signal: context.signal,
      now: context.now,
      // Of all classes, that what is left of the cell can be told.
      progress: ({ done, total }) =>
        context.progress({ stage: `class ${inlier}`, done: place * total + done, total: classes.length * total }),
      onEpoch: async ({ epoch, values, history }) => {
        const order = permutation(validation.count, stream(...purpose, "validation order", epoch));
        const told = await evaluation.run(values, order, context.signal);
        const broken = Object.entries(told).find(([, value]) => !Number.isFinite(value));
        if (broken !== undefined)
          throw divergence(
            `class ${inlier}: ${broken[0]} of the validation images is ${broken[1]} in epoch ${epoch}`,
            lossCurves(inlier, history),
          );
        const losses = Object.fromEntries(Object.entries(told).map(([name, value]) => [validationName(name), value]));
        const before = validationLosses(history.slice(0, -1));
        const selected = selectedEpochs([...before, told.loss as number], epochs);
        const keep = (["official", "best"] as const).filter((selection) => selected[selection] === epoch);
        return { losses, keep: [...keep, ...(learningEpochs.includes(epoch) ? [learningName(epoch)] : [])] };
      },
    });
    if (trained.kind === "diverged")
      throw divergence(`class ${inlier}: ${trained.reason}`, lossCurves(inlier, trained.history));
    const { history, kept, values } = trained;
    return {
      history,
      states: keptStates(settings, history, { ...kept, last: values }),
      spent: { seconds: (context.now() - began) / 1000, steps: counted.reads() },
    };
  } finally {
    await evaluation.release();
  }
}

function validationLosses(history: readonly EpochLosses[]): readonly number[] {
  return history.map(({ losses }) => losses[validationName("loss")] as number);
}

/** States by epoch, so that one which several rules select is scored once. */
function keptStates(
  { epochs, learningEpochs }: Settings,
  history: readonly EpochLosses[],
  kept: Readonly<Record<string, Values>>,
): readonly KeptState[] {
  const selected = selectedEpochs(validationLosses(history), epochs);
  const rules = Object.keys(selected) as Selection[];
  const distinct = new Set([...Object.values(selected), ...learningEpochs]);
  return [...distinct]
    .sort((first, second) => first - second)
    .map((epoch) => {
      const selections = rules.filter((rule) => selected[rule] === epoch);
      const values = kept[selections[0] ?? learningName(epoch)];
      if (values === undefined) throw new Error(`gradcon: the state of epoch ${epoch} was not kept`);
      return { epoch, selections, isOnCurve: learningEpochs.includes(epoch), values };
    });
}

/** Name under which the state of an epoch is kept for the learning curve. */
function learningName(epoch: number): string {
  return `epoch ${epoch}`;
}

/** Every step reads one batch. */
function countedReads(examples: Examples): { readonly examples: Examples; readonly reads: () => number } {
  let reads = 0;
  const read: Examples["read"] = (...given) => {
    reads++;
    examples.read(...given);
  };
  return { examples: { ...examples, read }, reads: () => reads };
}
