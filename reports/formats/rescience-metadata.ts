import type { PaperView } from "../view-models/view-schema.ts";
import { counted } from "../view-models/words.ts";
import { blank } from "./blank.ts";
import { yaml } from "./yaml.ts";

const remarks = [
  "Metadata of an article for ReScience C or the ML Reproducibility Challenge, drafted from an audit.",
  "A person replaces every FIXME. Fields that the journal gives after acceptance are empty.",
];

/**
 * `metadata.yaml` as the article template of ReScience C reads it, which the ML Reproducibility Challenge shares: the
 * audited paper is the one that is replicated, its summary the abstract. Whether it is a successful replication, [Re], or
 * a failed one, [¬Re], is left to a person. Source of the fields: ReScience/template, metadata.yaml and article.py.
 */
export function rescienceMetadata({ title, authors, venue, urls, summary, findings, generator }: PaperView): string {
  const url = urls[0] ?? "";
  const { scope, methodology, results } = summary;
  const major = findings.filter(({ severity }) => severity === "major").length;
  const found = `${counted(findings.length, "finding")}, ${major} of them major.`;
  const person = (role: string) => ({ name: "", orcid: "", role });
  return yaml(
    {
      title: blank(`[Re] where the results were replicated, [¬Re] where not, then: ${title}`),
      authors: [
        { name: blank("your name"), orcid: blank("your ORCID"), email: blank("your address"), affiliations: "1,*" },
      ],
      affiliations: [{ code: "1", name: blank("your affiliation"), address: blank("its address") }],
      keywords: "reproducibility, audit, machine learning, TypeScript",
      code: [{ url: blank("the repository of your audit") }, { doi: "" }, { swh: "" }],
      data: [{ url: "" }, { doi: "" }],
      replication: [{ cite: `${authors}. ${title}. ${venue}.` }, { bib: "" }, { url }, { doi: doiOf(url) }],
      abstract: [scope, methodology, results[0] ?? "", found, `Checked with ${generator}.`].join(" "),
      bibliography: "bibliography.bib",
      type: "Replication",
      domain: "Machine Learning",
      language: "TypeScript",
      review: [{ url: "" }],
      contributors: [person("editor"), person("reviewer"), person("reviewer")],
      dates: [{ received: "" }, { accepted: "" }, { published: "" }],
      article: [{ number: "" }, { doi: "" }, { url: "" }],
      journal: [{ name: "ReScience C" }, { issn: "2430-3658" }, { volume: "" }, { issue: "" }],
    },
    remarks,
  );
}

/** The digital object identifier in an address of doi.org; empty where the address is another. */
function doiOf(url: string): string {
  return /^https?:\/\/(?:dx\.)?doi\.org\/(10\..+)$/.exec(url)?.[1] ?? "";
}
