"use client";
import { Download } from "lucide-react";
import { toast } from "sonner";
import { Button } from "#components/ui/button.tsx";
import { fetchFrom } from "#components/ui/call-server.ts";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuLabel,
  DropdownMenuTrigger,
} from "#components/ui/dropdown-menu.tsx";

const tables = { markdown: "Markdown", latex: "LaTeX", csv: "CSV" } as const;
type TableFormat = keyof typeof tables;

/** The comparison as a file that opens from disk, and its benchmarks as a table to copy. `query`: "?base=...&cand=...". */
export function ShareComparison({ query }: { query: string }) {
  const address = (format: TableFormat) => `/api/compare/benchmarks${query}&format=${format}`;
  return (
    <div className="flex gap-1.5">
      <Button asChild size="small">
        <a href={`/api/compare/report${query}`} download>
          <Download aria-hidden />
          Report
        </a>
      </Button>
      <DropdownMenu>
        <DropdownMenuTrigger asChild>
          <Button size="small">Table</Button>
        </DropdownMenuTrigger>
        <DropdownMenuContent>
          <DropdownMenuLabel>Copy the benchmarks</DropdownMenuLabel>
          {(["markdown", "latex"] as const).map((format) => (
            <DropdownMenuItem key={format} onSelect={() => copyTable(address(format), tables[format])}>
              {tables[format]}
            </DropdownMenuItem>
          ))}
          <DropdownMenuLabel>Download them</DropdownMenuLabel>
          {(["markdown", "latex", "csv"] as const).map((format) => (
            <DropdownMenuItem key={format} asChild>
              <a href={address(format)} download>
                {tables[format]}
              </a>
            </DropdownMenuItem>
          ))}
        </DropdownMenuContent>
      </DropdownMenu>
    </div>
  );
}

async function copyTable(address: string, name: string): Promise<void> {
  const answer = await fetchFrom(address);
  if (!answer.ok) {
    toast.error(answer.error.message);
    return;
  }
  try {
    await navigator.clipboard.writeText(await answer.value.text());
    toast.success(`${name} copied`);
  } catch {
    // The clipboard needs a secure context and permission; the downloads below need neither.
    toast.error("The table could not be copied. Download it instead.");
  }
}
