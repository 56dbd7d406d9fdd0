"use client";
import { Download } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuLabel,
  DropdownMenuTrigger,
} from "#components/ui/dropdown-menu.tsx";
import { exportFiles, exportFormats } from "#lib/exports/schema.ts";
import { countMemoriesInWords } from "./format-day.ts";

type ExportMenuProps = {
  /** The filter as a query string; "" = every memory. */
  query: string;
  count: number;
  size?: "small" | "medium";
};

/** Downloads what a filter holds, in one of the formats. */
export function ExportMenu({ query, count, size = "medium" }: ExportMenuProps) {
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <Button size={size}>
          <Download aria-hidden />
          Export
        </Button>
      </DropdownMenuTrigger>
      <DropdownMenuContent>
        <DropdownMenuLabel>Export {countMemoriesInWords(count)} as</DropdownMenuLabel>
        {exportFormats.map((format) => (
          <DropdownMenuItem key={format} asChild>
            <a href={`/api/export?format=${format}${query ? `&${query}` : ""}`} download>
              {exportFiles[format].title}
            </a>
          </DropdownMenuItem>
        ))}
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
