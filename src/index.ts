// Numbers as printed, exact: what 84.30 says, and which values it stands for under a rounding rule.

// The harness: plans, runs, records and packed evidence.
export { type CanaryOptions, runCanary } from "../harness/canary.ts";
export type { Cell, CellIdentity, ConfigurationRequest } from "../harness/cell.ts";
export { type Collection, collect } from "../harness/collect.ts";
export { type Comparison, compareMeasurements } from "../harness/compare-records.ts";
export { type PackOptions, packEvidence, verifyEvidence } from "../harness/evidence.ts";
export type { Evidence as PackedEvidence, EvidenceManifest } from "../harness/evidence-file.ts";
export { type ExecutorOptions, type RunEvent, type RunState, runPlan } from "../harness/executor.ts";
export { type OpenRegistry, openRegistry } from "../harness/open-registry.ts";
export { freezePlan, type Plan, type PlannedCell, planCells, readPlan } from "../harness/plan.ts";
export { type CellRequest, type RequestFilter, requestsOfPapers } from "../harness/plan-requests.ts";
export type { CellRecord, Outcome } from "../harness/record.ts";
export type { CellProblem, RunSummary } from "../harness/run-summary.ts";
export { listRecords, openStore, type Store } from "../harness/store.ts";
// Reports, drawn from an audit.
export { type RenderedReports, type ReportFormat, renderReports, reportFormats } from "../reports/render-report.ts";
// The audit: claims joined with what is known of them.
export type {
  Audit,
  ClaimAudit,
  Coverage,
  ExperimentAudit,
  Finding,
  MeasurementAudit,
  PaperAudit,
  TableAudit,
  Verdict,
} from "./audit/audit.ts";
export { auditJson, auditOf } from "./audit/audit-json.ts";
export { auditPaper } from "./audit/audit-paper.ts";
export { type Evidence, noEvidence, readEvidence } from "./audit/evidence.ts";
export { junit } from "./audit/junit.ts";
export { summarise } from "./audit/summary.ts";
export { type Standing, standing } from "./audit/verdict.ts";
export { version } from "./audit/version.ts";
// Checks: what printed numbers alone decide.
export { type AgreementInput, checkAgreement, type Place } from "./checks/agreement.ts";
export { alsoRead, type OtherReading } from "./checks/also-read.ts";
export { type AveragePrecisionInput, checkAveragePrecision } from "./checks/auc-average-precision.ts";
export { checkDetectionError, type DetectionErrorInput } from "./checks/auc-detection-error.ts";
export { type AucGranularityInput, checkAucGranularity } from "./checks/auc-granularity.ts";
export { checkHardLabelAuc, type HardLabelAucInput } from "./checks/auc-hard-labels.ts";
export { type AucPointsInput, checkAucPoints, type OperatingPoint } from "./checks/auc-points.ts";
export { type BatchMeansInput, checkBatchMeans } from "./checks/batch-means.ts";
export { type BestAtInput, checkBestAt } from "./checks/best-at.ts";
export type { CheckOutcome, CheckResult, Detail } from "./checks/check-result.ts";
export { type ClassBatchMeansInput, checkClassBatchMeans } from "./checks/class-batch-means.ts";
export { type ClosenessInput, type ClosePair, checkClose } from "./checks/closeness.ts";
export type { ClassCounts } from "./checks/confusion/bound.ts";
export type { FoldedSet } from "./checks/confusion/fold-layouts.ts";
export type { ScoreScale } from "./checks/confusion/printed-score.ts";
export { type ConfusionScoreName, confusionScoreNamed } from "./checks/confusion/score-names.ts";
export type { ClassAveraging } from "./checks/confusion/search-classes.ts";
export { type ConfusionInput, type ConfusionScore, checkConfusion } from "./checks/confusion.ts";
export { type ConfusionSetsInput, checkConfusionSets } from "./checks/confusion-sets.ts";
export { type CountedItem, type CountInput, type CountQualifier, checkCount } from "./checks/count.ts";
export { checkDebit, type DebitInput } from "./checks/debit.ts";
export { decideConfusion } from "./checks/decide-confusion.ts";
export {
  checkDifference,
  checkRatio,
  checkRelativeGain,
  type DifferenceInput,
  type RelativeGainInput,
} from "./checks/difference.ts";
export {
  checkDuplicateColumns,
  checkDuplicateRows,
  countDuplicates,
  type DuplicatesInput,
  type TableLine,
} from "./checks/duplicate-rows.ts";
export { checkEmphasisedBest, type EmphasisedBestInput } from "./checks/emphasised-best.ts";
export { type AucSplitInput, checkAucSplit, checkFraction, type FractionInput } from "./checks/exact-splits.ts";
export { checkFMeasure, type FMeasureInput } from "./checks/f-measure.ts";
export { type FlagsByChance, flagsByChance } from "./checks/flags-by-chance.ts";
export { checkGridPoint, type GridPointInput } from "./checks/grid-point.ts";
export { checkGrim, type GrimInput, possibleMeans } from "./checks/grim.ts";
export { checkGrimColumn, type GrimColumnInput } from "./checks/grim-column.ts";
export { fitsGrim, grimPower, grimProbability } from "./checks/grim-lattice.ts";
export { checkGrimmer, type GrimmerInput } from "./checks/grimmer.ts";
export type { LabelledValue } from "./checks/labelled-value.ts";
export { checkMajorityBaseline, type MajorityBaselineInput } from "./checks/majority-baseline.ts";
export type { MarkedCell, MarkMeaning, MarkScale, MarksInput } from "./checks/mark-scale.ts";
export { checkMarks } from "./checks/marks.ts";
export { checkMean, type MeanInput } from "./checks/mean.ts";
export { checkSpreadOfMean, type SpreadOfMeanInput, type SpreadReading } from "./checks/mean-of-spreads.ts";
export type { MeanRow } from "./checks/mean-row.ts";
export { checkMulticlass, type MulticlassInput } from "./checks/multiclass.ts";
export { checkNearestRocPoint, type NearestRocPointInput } from "./checks/nearest-roc-point.ts";
export { checkOrder, type OrderInput } from "./checks/order.ts";
export { checkOutperforms, type MeasuredResult, type OutperformsInput } from "./checks/outperforms.ts";
export type { SignificanceTest, Tails } from "./checks/p-range.ts";
export { checkPValue, type PValueInput } from "./checks/p-value.ts";
export { checkPercentage, type PercentageInput } from "./checks/percentage.ts";
export { type PossibleSpread, possibleSpreads } from "./checks/possible-spreads.ts";
export { asComputed } from "./checks/printed-in-full.ts";
export { checkProduct, type Factor, type ProductInput } from "./checks/product.ts";
export { checkRange, type RangeInput, type RangeItem } from "./checks/range.ts";
export { checkRanks, type RankedItem, type RanksInput } from "./checks/ranks.ts";
export {
  checkReferenceCount,
  type ReferenceCountInput,
  type ReferenceQualifier,
} from "./checks/reference-count.ts";
export {
  checkRegression,
  type RegressionInput,
  type RegressionScore,
  type RegressionScoreName,
} from "./checks/regression.ts";
export { usualRules } from "./checks/rule-words.ts";
export type { SpreadKind } from "./checks/sample-moments.ts";
export { checkSamples, type SamplesInput } from "./checks/samples.ts";
export { type SdLimits, type SdLimitsInput, sdLimits } from "./checks/sd-limits.ts";
export { checkSdOfRuns, type RunGrid, type SdOfRunsInput } from "./checks/sd-of-runs.ts";
export { checkSdRange, type SdRangeInput } from "./checks/sd-range.ts";
export { checkSum, type SumInput } from "./checks/sum.ts";
export type { ValueScale } from "./checks/value-scale.ts";
export { checkMeanColumn, type MeanColumnInput, type NamedMeanRow } from "./checks/weighted-means.ts";
export { unweighted, type Weighting } from "./checks/weighting.ts";
export { checkWeightsExist, type WeightsExistInput } from "./checks/weights-exist.ts";
export { checkWiderSpread, type SpreadValues, type WiderSpreadInput } from "./checks/wider-spread.ts";
// What pipelines are built from: randomness by purpose, data sets, the engine's graph, and models.
export { type AugmentationStep, type Augmenter, augmenter } from "./data/augment/augmenter.ts";
export {
  type CureTsrChallenge,
  type CureTsrName,
  cureTsrChallenges,
  cureTsrSigns,
  parseCureTsrName,
} from "./data/cure-tsr/file-name.ts";
export {
  type CureTsrImages,
  type CureTsrSelection,
  type CureTsrSize,
  readCureTsr,
} from "./data/cure-tsr/read-cure-tsr.ts";
export type { Dataset, ImageSet } from "./data/image-set.ts";
export { loadDataset } from "./data/load.ts";
export { type InlierDraw, type OneClassSplit, oneClassSplit } from "./data/one-class.ts";
export { poolImages } from "./data/pool-images.ts";
export { imageNetNormalisation, type Preprocessor, preprocessor, type Recipe } from "./data/preprocess.ts";
export type { DatasetEntry, DatasetName } from "./data/registry/entry.ts";
export { datasetRegistry } from "./data/registry.ts";
export { type ResizeFilter, resizeImages } from "./data/resize-images.ts";
export {
  type AnomalySource,
  type AnomalySourceName,
  anomalySource,
  anomalySourceNames,
} from "./data/splits/anomaly-source.ts";
export { type CvaeRequest, type CvaeSplits, cvaeSplits } from "./data/splits/cvae-splits.ts";
export { type GradconRequest, type GradconSplit, gradconSplits } from "./data/splits/gradcon-splits.ts";
export { type HscaeRequest, type HscaeSplits, hscaeSplits } from "./data/splits/hscae-splits.ts";
export { type SyntheticName, type SyntheticSize, syntheticDataset } from "./data/synthetic.ts";
export type { Engine, EngineIdentity, EngineName, Executable } from "./engine/executor.ts";
export * as graph from "./engine/index.ts";
export { type EngineOptions, openEngine } from "./engine/open-engine.ts";
export { type Tensor, tensor } from "./engine/tensor.ts";
// Tables and papers as they are found: readers, what rows and columns are, checks over all of it.
export type { InspectOptions } from "./inspect/inspect-options.ts";
export { inspectPaper, type PaperRead } from "./inspect/inspect-paper.ts";
export { inspectTable } from "./inspect/inspect-table.ts";
export type {
  CheckTally,
  Culprits,
  Family,
  Finding as InspectionFinding,
  FindingPlace,
  FindingStrength,
  LineApart,
  PaperInspection,
  TableInspection,
} from "./inspect/inspection.ts";
// The judge: whether runs reproduce what is printed.
export { type BestOfJudgement, judgeBestOf } from "./judge/judge-best-of.ts";
export { judgeMeasurement } from "./judge/judge-measurement.ts";
export { judgeOrdering, type OrderingJudgement, type OrderingOptions } from "./judge/judge-ordering.ts";
export { type FreedomJudgement, type FreedomOutcome, judgeOverFreedoms } from "./judge/judge-over-freedoms.ts";
export {
  judgeRunDifference,
  type RunDifferenceJudgement,
} from "./judge/judge-run-difference.ts";
export { judgeSpread, type SpreadJudgement } from "./judge/judge-spread.ts";
export { judgeTable, type TableCell as JudgedCell, type TableJudgement } from "./judge/judge-table.ts";
export { judgeWiderSpread, type WiderSpreadJudgement, type WiderSpreadOptions } from "./judge/judge-wider-spread.ts";
export type {
  Judgement,
  JudgeOptions,
  MeasurementCase,
  MeasurementVerdict,
  Observed,
  PooledSpread,
  Reason,
  Reported,
} from "./judge/judgement.ts";
export { type PlannedPower, type PowerPlan, plannedPower } from "./judge/planned-power.ts";
export { poolSpreads, type SpreadPool } from "./judge/pool-spreads.ts";
// Metrics of scores against labels.
export { auprByTrapezoids, averagePrecision } from "./metrics/aupr.ts";
export { auroc } from "./metrics/auroc.ts";
export { type Batches, batchMeanAccuracy } from "./metrics/batch-mean.ts";
export { bestAccuracy } from "./metrics/best-accuracy.ts";
export {
  balancedAccuracy,
  type ConfusionMatrix,
  classificationAccuracy,
  classRecalls,
  confusionMatrix,
} from "./metrics/confusion-matrix.ts";
export { areaUnderCurve, type Curve as MetricCurve } from "./metrics/curve.ts";
export { type DetectionErrorDefinition, detectionError } from "./metrics/detection-error.ts";
export { falsePositiveRateAtTruePositiveRate } from "./metrics/false-positive-rate.ts";
export { highFrequencyEnergy } from "./metrics/high-frequency-energy.ts";
export { type Histogram, histogram } from "./metrics/histogram.ts";
export { type CosineClassification, classifyByMeanCosine, type Exemplars } from "./metrics/mean-cosine.ts";
export type { Metric } from "./metrics/metric.ts";
export { onePointAuc, onePointAucOfDecisions } from "./metrics/one-point-auc.ts";
export { type PrecisionRecallCurve, precisionRecallCurve } from "./metrics/precision-recall-curve.ts";
export {
  type AccuracyMean,
  type RejectingClassifier,
  type RejectionAccuracies,
  rejectionAccuracies,
} from "./metrics/rejection-accuracy.ts";
export {
  type BestThreshold,
  bestRejectionThreshold,
  type ThresholdObjective,
  type ThresholdSearch,
} from "./metrics/rejection-threshold.ts";
export { type RocCurve, rocCurve } from "./metrics/roc-curve.ts";
export { type ImagePlanes, type SsimWindow, structuralSimilarity } from "./metrics/structural-similarity.ts";
export { type ThinnedCurve, thinCurve } from "./metrics/thin-curve.ts";
export {
  type ThresholdCandidates,
  type ThresholdRates,
  thresholdNearestCorner,
} from "./metrics/threshold-nearest-corner.ts";
export { extractFeatures, type FeatureExtraction } from "./models/features.ts";
export { fitGaussianDensity, type GaussianDensity } from "./models/gaussian-density.ts";
export { type InitialDistribution, initialise } from "./models/initialise.ts";
export { type Kernel, kernelMatrix, type Rows } from "./models/kernel.ts";
export { kernelDensityScores } from "./models/kernel-density.ts";
export { nearestNeighbourScores } from "./models/nearest-neighbour.ts";
export { normaliseRows } from "./models/normalise-rows.ts";
export { fitOneClassSvm, type OneClassSvm, type OneClassSvmProblem } from "./models/one-class-svm.ts";
export { type ResNet18, resnet18, resnet18Layers, type Stem } from "./models/resnet18.ts";
export { type Decimal, parseDecimal, toRational, tryParseDecimal, withHalfWidth } from "./numbers/decimal.ts";
export type { Interval } from "./numbers/interval.ts";
export * as intervals from "./numbers/interval.ts";
export { type PrintedValue, parsePrinted, tryParsePrinted } from "./numbers/printed.ts";
export * as rationals from "./numbers/rational.ts";
export { type Rational, rational, toNumber } from "./numbers/rational.ts";
export { halfUnit, type RoundingRule, round, roundingInterval, roundingRules } from "./numbers/rounding.ts";
// Papers and their claims, as data.
export type {
  Basis,
  Claim,
  Examples,
  Margin,
  MeasuredBasis,
  OrderingBasis,
  OutOfScopeBasis,
  PrintedBasis,
  PrintedRunsBasis,
  Quantity,
  ReaderBasis,
  RunPlan,
  SpreadBasis,
  SpreadMeaning,
} from "./paper/claim.ts";
export type { DifficultyRating, DifficultyTable, Rating } from "./paper/difficulty.ts";
// Pipelines: what an experiment of one's own, in TypeScript or as a program, has to be.
export type {
  Configuration,
  Coordinates,
  Curve,
  Freedom,
  Hyperparameter,
  HyperparameterSource,
  Measurement,
  Picture,
  Protocol,
  Scalar,
} from "./paper/experiment.ts";
export { describeLocus, type Locus, place, sentence } from "./paper/locus.ts";
export {
  type Citation,
  definePaper,
  type ExperimentHyperparameters,
  type Narrative,
  type Paper,
  type Provenance,
  type TranscriptionNotes,
} from "./paper/paper.ts";
export {
  account,
  checked,
  judgement,
  outOfScope,
  type Said,
  seenByReader,
  tooLittlePrinted,
} from "./paper/sentence-claims.ts";
export type { Uncounted, UncountedKind } from "./paper/transcription/uncounted.ts";
export {
  type TranscriptionComparison,
  verifyTranscription,
} from "./paper/transcription/verify-transcription.ts";
export { divergence } from "./pipelines/divergence.ts";
export { picture, type Sheet } from "./pipelines/picture.ts";
export type {
  Memo,
  Pipeline,
  PipelineContext,
  PipelineDescription,
  PipelineResult,
  Progress,
  Timing,
} from "./pipelines/pipeline.ts";
export {
  type ExternalEntry,
  type ModuleEntry,
  type PipelineEntry,
  type PipelineRegistry,
  pipelineRegistry,
} from "./pipelines/registry.ts";
export { type ScoreGroup, scoreHistograms } from "./pipelines/score-histograms.ts";
export { permutation } from "./random/permutation.ts";
export { type Stream, stream } from "./random/stream.ts";
export { openPaper, type PaperSource } from "./sources/open-paper.ts";
export type { Sentence } from "./sources/sentence.ts";
export { defaultSourceLimits, type SourceLimits } from "./sources/source-limits.ts";
// Statistics that stand alone.
export { bartlettTest, type VarianceTest } from "./stats/bartlett-test.ts";
export { benjaminiHochberg } from "./stats/benjamini-hochberg.ts";
export { betaQuantile } from "./stats/beta-distribution.ts";
export { binomialCdf, binomialUpperTail } from "./stats/binomial.ts";
export { chiSquareCdf, chiSquareQuantile, chiSquareUpperTail } from "./stats/chi-square.ts";
export { type EquivalenceTest, equivalenceTest } from "./stats/equivalence-test.ts";
export { fCdf, fQuantile, fUpperTail } from "./stats/f-distribution.ts";
export { hanleyMcNeil } from "./stats/hanley-mcneil.ts";
export { holm } from "./stats/holm.ts";
export { interquartileMean } from "./stats/interquartile-mean.ts";
export { type Bounds, type Estimate, intervalEstimate } from "./stats/interval-estimate.ts";
export { leveneTest } from "./stats/levene-test.ts";
export {
  type FarkasMultipliers,
  type LinearConstraint,
  type LinearFeasibility,
  refutesSystem,
  solveLinearSystem,
} from "./stats/linear-program.ts";
export { meanEstimate } from "./stats/mean-estimate.ts";
export { minimalEffectTest } from "./stats/minimal-effect-test.ts";
export { noncentralTCdf } from "./stats/noncentral-t.ts";
export { normalCdf, normalDensity, normalQuantile } from "./stats/normal.ts";
export { type PermutationTest, type PermutationTestOptions, permutationTest } from "./stats/permutation-test.ts";
export { predictionInterval, type SampleSummary } from "./stats/prediction-interval.ts";
export { probabilityOfImprovement } from "./stats/probability-of-improvement.ts";
export { proportionDifference } from "./stats/proportion-difference.ts";
export {
  type BootstrapEstimate,
  type StratifiedBootstrapOptions,
  stratifiedBootstrap,
} from "./stats/stratified-bootstrap.ts";
export { studentTCdf, studentTDensity, studentTQuantile } from "./stats/student-t.ts";
export { welchDifference } from "./stats/welch-difference.ts";
export { type VarianceComponent, welchSatterthwaite } from "./stats/welch-satterthwaite.ts";
export { readingOf } from "./tables/infer/reading-of.ts";
// Printed tables.
export { readTable, type TableFile } from "./tables/read-table.ts";
export { type ReadTablesOptions, readTables, type TableFormat } from "./tables/read-tables.ts";
export {
  defaultLimits,
  type Emphasis,
  ReadError,
  type ReadLimits,
  type ReadProblem,
  type SourceCell,
  type SourceRow,
  type SourceTable,
  type TablesRead,
} from "./tables/source-table.ts";
export { type Place as SourcePlace, type SourceText, sourceText } from "./tables/source-text.ts";
export { type Cell as TableCell, type Table, type TableSource, table } from "./tables/table.ts";
export type {
  Basis as ReadingBasis,
  CellReading,
  Line,
  LineOverride,
  LineRole,
  ReadCell,
  ReadingOverrides,
  ScoreUnit,
  TableReading,
} from "./tables/table-reading.ts";
