import { headerWords } from "./header-words.ts";
import { type Metric, metricOf } from "./metric-of.ts";

export interface CaptionMetric {
  readonly metric: Metric;
  /** `Accuracy (%)`, `accuracy in percent`. */
  readonly percent: boolean;
}

/**
 * The metric of a whole table, where its caption begins by naming one and names no other: `Accuracy (%) of …`,
 * `Table 2: Mean IoU on …`. Words that are metrics only in a header (map, error, time) count for none here.
 */
export function captionMetric(caption: string): CaptionMetric | undefined {
  const text = caption
    .slice(0, 2000)
    .replace(/^\s*tab(?:le|\.)?\s*[\dA-Z.]+\s*[:.|–—-]?\s*/i, "")
    .replace(/\b(?:maps?|[Tt]imes?|loss|prec|is|oa|em)\b/g, " ");
  const beginning =
    text.split(/[,;:.]\s|\b(?:of|on|for|over|across|with|under|when|using|by|in)\b(?! (?:%|percent))/i)[0] ?? "";
  const metric = metricOf(headerWords(beginning).words);
  if (metric === undefined || metric.cost || /\b(?:vs\.?|and|against|versus|gain|difference|change)\b/i.test(beginning))
    return undefined;
  const alone = metricOf(text.replace(/[.,:;()%]+/g, " "));
  if (alone?.name !== metric.name) return undefined;
  return { metric, percent: headerWords(beginning).percent };
}
