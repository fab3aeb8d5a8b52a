import type { Audit, PaperAudit } from "../../src/audit/audit.ts";
import { compileTemplate } from "../templating/compile-template.ts";
import { loadTemplates } from "../templating/load-templates.ts";
import { typstFormat } from "../templating/typst-format.ts";
import { type CertificateView, certificateView } from "../view-models/certificate-view.ts";
import { blank } from "./blank.ts";
import { markdownPage } from "./markdown-report.ts";
import type { RenderedFile } from "./rendered-file.ts";
import { typstPdf } from "./typst-pdf.ts";
import { yaml } from "./yaml.ts";

const remarks = [
  "CODECHECK configuration, drafted from an audit. A codechecker replaces every FIXME;",
  "CODECHECK's own tools refuse the file until then.",
];

/**
 * A CODECHECK bundle of one paper: `codecheck.yml`, the files that its manifest names, and a draft of the certificate.
 * Source: CODECHECK configuration file specification, version 1.0.
 */
export async function codecheckBundle(audit: Audit, paper: PaperAudit): Promise<readonly RenderedFile[]> {
  const view = certificateView(audit, paper);
  const source = compileTemplate<CertificateView>(typstFormat, loadTemplates("typst", "certificate"))(view);
  const folder = `codecheck/${paper.id}`;
  return [
    { path: `${folder}/codecheck.yml`, content: configuration(view) },
    ...view.manifest.map(({ file, content }) => ({ path: `${folder}/${file}`, content })),
    { path: `${folder}/codecheck/codecheck.md`, content: markdownPage("certificate", view) },
    { path: `${folder}/codecheck/codecheck.pdf`, ...(await typstPdf(source, `certificate of ${paper.id}`)) },
  ];
}

function configuration({ title, authors, reference, manifest, summary, generator }: CertificateView): string {
  return yaml(
    {
      version: "https://codecheck.org.uk/spec/config/1.0/",
      source: blank("where the authors' code and data lie"),
      paper: {
        title,
        authors: authors.map((name) => ({ name })),
        reference: reference === "" ? blank("the paper's address, a DOI where it has one") : reference,
      },
      manifest: manifest.map(({ file, comment }) => ({ file, comment })),
      codechecker: [{ name: blank("your name"), ORCID: blank("your ORCID") }],
      summary: [...summary, `Checked with ${generator}.`].join(" "),
      repository: blank("the repository of this bundle"),
      check_time: blank("date and time of the check"),
      certificate: blank("the certificate's number, year and three digits"),
      report: "https://doi.org/10.5281/zenodo.FIXME",
    },
    remarks,
  );
}
