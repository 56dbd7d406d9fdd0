"use client";
import { DataTable } from "#components/data-table/data-table.tsx";
import { Button } from "#components/ui/button.tsx";
import type { PredictorReport } from "#lib/predictors/schema.ts";
import { predictorColumns } from "./predictor-columns.tsx";

/** Every predictor, those that foretell most first, beside what chance alone gives. */
export function PredictorsTable({ report }: { report: PredictorReport }) {
  const { rows, memories, tested, small, smallByChance, found } = report;
  return (
    <DataTable
      label="Predictors of harm"
      columns={predictorColumns}
      rows={rows}
      getRowId={(row) => `${row.kind} ${row.name}`}
      toolbar={
        <>
          <span className="text-sm">
            {found} of {tested} at q ≤ .05. {small} at p ≤ .05; chance alone gives about{" "}
            {smallByChance.toFixed(1)}. {memories.toLocaleString("en")} memories with a measured effect.
          </span>
          <Button asChild size="small">
            <a href="/api/predictors/csv" download>
              CSV
            </a>
          </Button>
        </>
      }
    />
  );
}
