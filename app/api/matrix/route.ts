import { requestDb } from "#lib/access/request-db.ts";
import { route } from "#lib/access/route.ts";
import { matrixCsv, matrixLatex, matrixMarkdown } from "#lib/matrix/matrix-files.ts";
import { getMatrix } from "#lib/matrix/queries.ts";
import { loadDownloadParams, measureOf } from "#lib/matrix/search-params.ts";

const files = {
  csv: { write: matrixCsv, type: "text/csv", name: "matrix.csv" },
  markdown: { write: matrixMarkdown, type: "text/markdown", name: "matrix.md" },
  latex: { write: matrixLatex, type: "text/x-tex", name: "matrix.tex" },
};

/** The matrix of /runs as a file, with the choices of the page. */
export const GET = route(async (request) => {
  const params = await loadDownloadParams(request);
  const { base, runs, group } = params;
  const matrix = await getMatrix(requestDb(), { measure: measureOf(params), baseline: base, runs, group });
  const { write, type, name } = files[params.format];
  return new Response(write(matrix), {
    headers: {
      "content-type": `${type}; charset=utf-8`,
      "content-disposition": `attachment; filename="${name}"`,
    },
  });
});
