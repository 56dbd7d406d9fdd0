import { type DataTableColumn, dataTableColumns } from "#components/data-table/features.ts";
import { Badge } from "#components/ui/badge.tsx";
import type { JudgedPredictor } from "#lib/predictors/schema.ts";
import { formatP } from "#lib/transfer/format.ts";

const column = dataTableColumns<JudgedPredictor>();

const readings: Record<JudgedPredictor["reading"], { tone: "bad" | "good" | "muted"; word: string }> = {
  harm: { tone: "bad", word: "foretells harm" },
  "no harm": { tone: "good", word: "foretells no harm" },
  chance: { tone: "muted", word: "at chance" },
  few: { tone: "muted", word: "too few" },
};

const share = (value: number) => value.toFixed(2).replace(/^0/, "");

export const predictorColumns: DataTableColumn<JudgedPredictor>[] = [
  column.accessor("name", {
    id: "name",
    header: "Predictor",
    enableHiding: false,
    meta: { className: "max-w-72" },
  }),
  column.accessor("kind", { id: "kind", header: "Kind" }),
  column.display({
    id: "reading",
    header: "Reading",
    cell: ({ row: { original } }) => {
      const { tone, word } = readings[original.reading];
      return <Badge tone={tone}>{word}</Badge>;
    },
  }),
  column.display({
    id: "auc",
    header: "AUC [95%]",
    enableHiding: false,
    cell: ({ row: { original } }) =>
      original.auc === null || original.ci === null ? (
        <span className="text-muted">{original.missing}</span>
      ) : (
        `${share(original.auc)} [${share(original.ci[0])}, ${share(original.ci[1])}]`
      ),
    meta: { numeric: true, title: "AUC with its 95% interval" },
  }),
  column.display({
    id: "q",
    header: "q",
    cell: ({ row: { original } }) => (original.q === null ? "–" : formatP(original.q)),
    meta: { numeric: true },
  }),
  column.display({
    id: "p",
    header: "p",
    cell: ({ row: { original } }) => (original.p === null ? "–" : formatP(original.p)),
    meta: { numeric: true },
  }),
  column.display({
    id: "flagged",
    header: "Flagged",
    cell: ({ row: { original } }) => original.flagged ?? "–",
    meta: { numeric: true },
  }),
  column.accessor("memories", { id: "memories", header: "Memories", meta: { numeric: true } }),
];
