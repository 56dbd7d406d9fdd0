import type { Column, RowData } from "@tanstack/react-table";
import type { DataTableFeatures } from "./features.ts";

/** A column's name in words, where its header may be more than text. */
export function columnTitle<Row extends RowData>({
  id,
  columnDef,
}: Column<DataTableFeatures, Row, unknown>): string {
  const { header, meta } = columnDef;
  return meta?.title ?? (typeof header === "string" ? header : id);
}
