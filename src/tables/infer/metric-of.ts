import { plainWords } from "./header-words.ts";

/** A metric by its usual name. A rate is printed as a fraction of one or in percent; others have scales of their own. */
export interface Metric {
  readonly name: string;
  readonly better: "higher" | "lower";
  readonly rate: boolean;
  /** What running costs, not how well it does: never part of an average of scores. */
  readonly cost: boolean;
}

/**
 * The metric that words name, or undefined where they name none or several.
 *
 * @example
 * metricOf("Top-1 Acc."); // accuracy, the higher the better, a rate
 */
export function metricOf(words: string): Metric | undefined {
  const plain = plainWords(words.slice(0, 300));
  if (!anyMetric.test(plain)) return undefined;
  const named = metrics.filter(({ pattern }) => pattern.test(plain));
  const names = new Set(named.map(({ name }) => name));
  const only = named[0];
  return only === undefined || names.size > 1 ? undefined : only;
}

function metric(name: string, pattern: RegExp, better: "higher" | "lower", kind: "rate" | "other" | "cost") {
  return { name, pattern, better, rate: kind === "rate", cost: kind === "cost" };
}

/** Patterns are for plain words and exclude each other where one name holds another's. */
const metrics: readonly (Metric & { readonly pattern: RegExp })[] = [
  metric("accuracy", /(?<!balanced )\b(?:acc(?:uracy)?(?:@\d+)?|top ?[15]|oa)\b(?! loss)(?! curve)/, "higher", "rate"),
  metric("balanced accuracy", /\b(?:balanced acc(?:uracy)?|bacc|bal acc)\b/, "higher", "rate"),
  metric("f1", /\bf ?1\b|\bf measure\b/, "higher", "rate"),
  metric("auroc", /\b(?:auroc|roc ?auc|auc ?roc|auc)\b(?! pr)/, "higher", "rate"),
  metric("auprc", /\b(?:auprc|aupr(?: ?(?:in|out))?|pr ?auc|auc pr)\b/, "higher", "rate"),
  metric("average precision", /^(?:average precision|ap(?: ?\d\d)?)$/, "higher", "rate"),
  metric("map", /\b(?:map(?:@\S+| ?\d\d)?|mean average precision)\b/, "higher", "rate"),
  metric("iou", /\b(?:m ?iou|iou|mean iou|jaccard)\b/, "higher", "rate"),
  metric("dice", /\b(?:dice|dsc)\b/, "higher", "rate"),
  metric("precision", /(?<!average )\bprec(?:ision)?\b(?!@? ?recall)/, "higher", "rate"),
  metric("recall", /\b(?:recall|sensitivity|tpr|r@\d+)\b/, "higher", "rate"),
  metric("specificity", /\b(?:specificity|tnr)\b/, "higher", "rate"),
  metric("fpr95", /\bfpr ?@? ?(?:95|tpr ?95|95 ?tpr)?\b/, "lower", "rate"),
  metric(
    "error",
    /^(?:(?:test|val|train|top ?[15]|classification|mean|detection) )?err(?:or)?(?: rate)?$/,
    "lower",
    "rate",
  ),
  metric("eer", /\beer\b/, "lower", "rate"),
  metric("wer", /\b(?:wer|cer|word error rate)\b/, "lower", "rate"),
  metric("ece", /\bece\b|\bexpected calibration error\b/, "lower", "rate"),
  metric("ndcg", /\bndcg(?:@\d+)?\b/, "higher", "rate"),
  metric("mrr", /\bmrr(?:@\d+)?\b/, "higher", "rate"),
  metric("hits", /\bhits?@\d+\b/, "higher", "rate"),
  metric("exact match", /^(?:em|exact match)$/, "higher", "rate"),
  metric("mcc", /^(?:mcc|matthews.*)$/, "higher", "other"),
  metric("bleu", /\b(?:sacre|sp)?bleu(?: ?\d)?\b/, "higher", "other"),
  metric("rouge", /\brouge(?: ?(?:[12l]|lsum))?\b/, "higher", "other"),
  metric("meteor", /^meteor$/, "higher", "other"),
  metric("chrf", /^chr ?f\b/, "higher", "other"),
  metric("comet", /^comet\b/, "higher", "other"),
  metric("bertscore", /^bert ?score\b/, "higher", "other"),
  metric("cider", /^cider$/, "higher", "other"),
  metric("psnr", /\bpsnr\b/, "higher", "other"),
  metric("ssim", /\b(?:ms )?ssim\b/, "higher", "other"),
  metric("lpips", /\blpips\b/, "lower", "other"),
  metric("fid", /\bfid\b/, "lower", "other"),
  metric("inception score", /^(?:is|inception score)$/, "higher", "other"),
  metric("perplexity", /\b(?:ppl|perplexity)\b/, "lower", "other"),
  metric("nll", /\b(?:nll|negative log likelihood)\b/, "lower", "other"),
  metric("loss", /\bloss\b/, "lower", "other"),
  metric("mae", /\b(?:mae|mean absolute error)\b/, "lower", "other"),
  metric("rmse", /\b(?:rmse|root mean squared? error)\b/, "lower", "other"),
  metric("mse", /\b(?:mse|mean squared? error)\b(?<!root mean squared? error)/, "lower", "other"),
  metric("r2", /^(?:r2|r²|r\^2)$/, "higher", "other"),
  metric("latency", /\b(?:latency|runtime|run time|inference time|training time)\b|^time\b/, "lower", "cost"),
  metric("memory", /^(?:peak )?(?:gpu )?mem(?:ory)?\b/, "lower", "cost"),
  metric("throughput", /\b(?:throughput|fps)\b|^(?:im|img|images|tokens|samples)\/s/, "higher", "cost"),
];

/** Most names are no metric's; one pattern tells so at once. */
const anyMetric = new RegExp(metrics.map(({ pattern }) => `(?:${pattern.source})`).join("|"));
