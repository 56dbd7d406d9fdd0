"use client";
import type { ReactTable, RowData } from "@tanstack/react-table";
import { Columns3 } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import {
  DropdownMenu,
  DropdownMenuCheckboxItem,
  DropdownMenuContent,
  DropdownMenuLabel,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from "#components/ui/dropdown-menu.tsx";
import { columnTitle } from "./column-title.ts";
import type { DataTableFeatures } from "./features.ts";
import type { Density } from "./table-choices.ts";

type ColumnChooserProps<Row extends RowData> = {
  table: ReactTable<DataTableFeatures, Row>;
  density: Density;
  onDensityChange: (density: Density) => void;
};

/** Which columns are shown, and how high the rows are. The menu stays open: one often changes several. */
export function ColumnChooser<Row extends RowData>({
  table,
  density,
  onDensityChange,
}: ColumnChooserProps<Row>) {
  const columns = table.getAllLeafColumns().filter((column) => column.getCanHide());
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <Button size="small" className="ml-auto">
          <Columns3 aria-hidden />
          Columns
        </Button>
      </DropdownMenuTrigger>
      <DropdownMenuContent className="max-h-[80dvh] overflow-y-auto">
        <DropdownMenuLabel>Shown columns</DropdownMenuLabel>
        {columns.map((column) => (
          <DropdownMenuCheckboxItem
            key={column.id}
            checked={column.getIsVisible()}
            onCheckedChange={(shown) => column.toggleVisibility(shown)}
            onSelect={(event) => event.preventDefault()}
          >
            {columnTitle(column)}
          </DropdownMenuCheckboxItem>
        ))}
        <DropdownMenuSeparator />
        <DropdownMenuCheckboxItem
          checked={density === "compact"}
          onCheckedChange={(compact) => onDensityChange(compact ? "compact" : "comfortable")}
          onSelect={(event) => event.preventDefault()}
        >
          Compact rows
        </DropdownMenuCheckboxItem>
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
