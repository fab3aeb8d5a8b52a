import type { Claim, Quantity } from "../src/paper/claim.ts";
import type { Configuration, Protocol } from "../src/paper/experiment.ts";
import type { Paper } from "../src/paper/paper.ts";
import { quantitiesOf } from "../src/paper/quantities-of.ts";
import type { ConfigurationRequest } from "./cell.ts";

/** A cell that is wanted, and by which claims (`paper:claim`); by none if it was asked for by hand. */
export interface CellRequest extends ConfigurationRequest {
  readonly claims: readonly string[];
}

/** The part of the papers' plans that is asked for; everything where nothing is said. */
export interface RequestFilter {
  readonly pipeline?: string;
  readonly variant?: string;
  readonly dataset?: string;
  /** Part of the ids (`paper:claim`) of the claims whose cells are wanted. */
  readonly claim?: string;
  /** The first so many seeds of each claim's plan. */
  readonly seeds?: number;
  /** Instead of the plans' own; of the reduced one without the cells of claims of which it gives no indication. */
  readonly protocol?: Protocol;
}

/** The cells that the papers' claims rest on, as their plans state them, claim by claim. */
export function requestsOfPapers(papers: readonly Paper[], filter: RequestFilter = {}): readonly CellRequest[] {
  const wanted = ({ pipeline, variant, dataset }: Quantity): boolean =>
    (filter.pipeline ?? pipeline) === pipeline &&
    (filter.variant ?? variant) === variant &&
    (filter.dataset ?? dataset) === dataset;
  return papers.flatMap((paper) =>
    paper.claims.flatMap((claim) => {
      const id = `${paper.id}:${claim.id}`;
      return id.includes(filter.claim ?? "") ? requestsOfClaim(id, claim, wanted, filter) : [];
    }),
  );
}

/** Whether a cell is one that is asked for, under its protocol or the reduced one, which gives an indication of it. */
export function isAskedFor(configuration: Configuration, requests: readonly CellRequest[]): boolean {
  return requests.some(
    ({ pipeline, variant, dataset, protocol, seed }) =>
      pipeline === configuration.pipeline &&
      variant === configuration.variant &&
      dataset === configuration.dataset &&
      [protocol, "reduced"].includes(configuration.protocol) &&
      seed === configuration.seed,
  );
}

function requestsOfClaim(
  id: string,
  { basis }: Claim,
  wanted: (quantity: Quantity) => boolean,
  filter: RequestFilter,
): readonly CellRequest[] {
  if (!("plan" in basis)) return [];
  const { seeds, options, noIndication } = basis.plan;
  const protocol = filter.protocol ?? basis.plan.protocol;
  if (protocol === "reduced" && noIndication !== undefined) return [];
  return quantitiesOf(basis)
    .filter(wanted)
    .flatMap(({ pipeline, variant, dataset }) =>
      (options ?? [undefined]).flatMap((each) =>
        seeds.slice(0, filter.seeds).map((seed) => ({
          pipeline,
          variant,
          dataset,
          protocol,
          seed,
          claims: [id],
          ...(each === undefined ? {} : { options: each }),
        })),
      ),
    );
}
