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
  /** Width and wrapping, e.g. "w-40" or "max-w-96 truncate". */
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
