export type PdfOutcome = { readonly content: Uint8Array } | { readonly absent: string };

/**
 * Typst source as PDF/UA-1, tagged, fonts embedded, without a date, so that the same source gives the same bytes. `name`
 * says in errors what did not compile.
 * Absent with the reason where the Typst compiler, an optional dependency, is not installed.
 * Throws an Error with the compiler's first diagnostic where the source does not compile.
 */
export async function typstPdf(source: string, name: string): Promise<PdfOutcome> {
  let typst: typeof import("@myriaddreamin/typst-ts-node-compiler");
  try {
    typst = await import("@myriaddreamin/typst-ts-node-compiler");
  } catch {
    return { absent: "the Typst compiler is not installed; npm install @myriaddreamin/typst-ts-node-compiler@0.7.0" };
  }
  return { content: compilePdf(typst, source, name) };
}

function compilePdf(
  { NodeCompiler }: typeof import("@myriaddreamin/typst-ts-node-compiler"),
  source: string,
  name: string,
): Uint8Array {
  const compiler = NodeCompiler.create();
  const { result, ...outcome } = compiled(compiler.compile({ mainFileContent: source }));
  if (result === null) throw new Error(`${name}: Typst: ${outcome.diagnostics}`);
  try {
    return new Uint8Array(compiler.pdf(result, { pdfStandard: "ua-1", creationTimestamp: 0 }));
  } catch (error) {
    throw new Error(`${name}: PDF/UA-1: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
}

type Compiled = ReturnType<
  InstanceType<typeof import("@myriaddreamin/typst-ts-node-compiler").NodeCompiler>["compile"]
>;

function compiled(outcome: Compiled): { readonly result: Compiled["result"]; readonly diagnostics: string } {
  const { result } = outcome;
  const error = result === null ? outcome.takeError() : null;
  return { result, diagnostics: JSON.stringify(error?.shortDiagnostics ?? "unknown error") };
}
