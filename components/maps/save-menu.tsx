"use client";
import { Download } from "lucide-react";
import { toast } from "sonner";
import { countMemoriesInWords } from "#components/memories/format-day.ts";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuLabel,
  DropdownMenuTrigger,
} from "#components/ui/dropdown-menu.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { exportFiles, exportFormats } from "#lib/exports/schema.ts";
import { pngOf, requestExport, saveFile } from "./save-file.ts";

type SaveMenuProps = {
  /** The memories that an export holds. */
  ids: readonly string[];
  /** The picture as an SVG document; null while no map is there. */
  svg: () => string | null;
};

/** Saves the memories as a file, or the picture as one. */
export function SaveMenu({ ids, svg }: SaveMenuProps) {
  async function savePicture(kind: "png" | "svg") {
    const document = svg();
    if (!document) return;
    const blob = kind === "svg" ? new Blob([document], { type: "image/svg+xml" }) : await pngOf(document);
    saveFile(`carryover-map.${kind}`, blob);
  }
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <IconButton label="Save" size="small">
          <Download aria-hidden />
        </IconButton>
      </DropdownMenuTrigger>
      <DropdownMenuContent>
        <DropdownMenuLabel>The picture</DropdownMenuLabel>
        {(["png", "svg"] as const).map((kind) => (
          <DropdownMenuItem
            key={kind}
            onSelect={() => {
              savePicture(kind).catch(() =>
                toast.error("This browser could not draw the picture. Save it as SVG."),
              );
            }}
          >
            {kind.toUpperCase()}
          </DropdownMenuItem>
        ))}
        {ids.length > 0 ? (
          <>
            <DropdownMenuLabel>{countMemoriesInWords(ids.length)}</DropdownMenuLabel>
            {exportFormats.map((format) => (
              <DropdownMenuItem key={format} onSelect={() => requestExport(format, ids)}>
                {exportFiles[format].title}
              </DropdownMenuItem>
            ))}
          </>
        ) : null}
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
