import type { RowData } from "@tanstack/react-table";
import type { ReactNode } from "react";
import type { DataTableColumn } from "./features.ts";
import type { RowKeys } from "./use-row-keys.ts";

type DataTableSort = { id: string; desc: boolean };

export type DataTableProps<Row extends RowData> = {
  /** Spoken name of the table; what is chosen for it is remembered under this name. */
  label: string;
  /** Remembered under this instead, where the label changes. */
  name?: string;
  /** Stable: declare at module scope. */
  columns: DataTableColumn<Row>[];
  rows: readonly Row[];
  /** Rows on all pages together; left out = these are all. */
  rowCount?: number;
  getRowId: (row: Row) => string;
  /** Where `Enter` leads; null where nowhere. */
  getRowHref?: (row: Row) => string | null;
  /** Names the row's checkbox: "Select <label>". Stable: declare at module scope. */
  getRowLabel?: (row: Row) => string;
  sort?: DataTableSort | null;
  /** Left out = the order is as given. */
  onSortChange?: (sort: DataTableSort | null) => void;
  /** 0-based. */
  pageIndex?: number;
  /** Left out = one page holds all. */
  pageSize?: number;
  onPageChange?: (pageIndex: number) => void;
  onPageSizeChange?: (pageSize: number) => void;
  /** Ids, also of rows on other pages. Leave out for a table without selection. */
  selectedIds?: readonly string[];
  onSelectedIdsChange?: (ids: string[]) => void;
  /** Columns hidden until asked for. */
  initiallyHidden?: readonly string[];
  /** Columns hidden by the address, which outranks what is remembered. */
  hiddenColumns?: readonly string[];
  onHiddenColumnsChange?: (ids: string[]) => void;
  /** Columns that say the same in every row of all pages: hidden until asked for. Left out = told from the rows. */
  constantColumns?: readonly string[];
  /** New rows are on their way: the old ones stay, dimmed. */
  pending?: boolean;
  /** Further keys on the row with the focus: e to edit, d to deprecate. */
  rowKeys?: RowKeys<Row>;
  /** A look at the row with the focus, beside the table: Space opens and closes it. Left out = all cells, uncut. */
  peek?: (row: Row) => ReactNode;
  /** Beside the column chooser: search, facets, bulk actions. */
  toolbar?: ReactNode;
  /** Shown instead of the table when there are no rows. */
  empty?: ReactNode;
  /**
   * A table among other things: no frame and no chooser, all columns, its full height, and keys only once it has the
   * focus.
   */
  plain?: boolean;
};
