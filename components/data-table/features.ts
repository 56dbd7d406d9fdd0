import {
  type ColumnDef,
  columnVisibilityFeature,
  createColumnHelper,
  type RowData,
  rowPaginationFeature,
  rowSelectionFeature,
  rowSortingFeature,
  tableFeatures,
} from "@tanstack/react-table";

/** What a column tells the table beyond its cell. */
export type DataTableColumnMeta = {
  /** Name in the column chooser, where the header is not plain text. */
  title?: string;
  /** Right-aligned figures. */
  numeric?: boolean;
  /** Takes the width that the others leave, and is cut with an ellipsis first. */
  grows?: boolean;
  /** Width and such, e.g. "w-40". Cells are one line high and cut with an ellipsis. */
  className?: string;
};

/** The server sorts and pages, so no row model is registered. */
export const dataTableFeatures = tableFeatures({
  rowSortingFeature,
  rowPaginationFeature,
  rowSelectionFeature,
  columnVisibilityFeature,
  columnMeta: {} as DataTableColumnMeta,
});

export type DataTableFeatures = typeof dataTableFeatures;
// biome-ignore lint/suspicious/noExplicitAny: columns of one table hold values of many types; the helper checks each.
export type DataTableColumn<Row extends RowData> = ColumnDef<DataTableFeatures, Row, any>;

/** Column helper typed for this table: `const column = dataTableColumns<MemoryRow>()`, at module scope. */
export function dataTableColumns<Row extends RowData>() {
  return createColumnHelper<DataTableFeatures, Row>();
}
