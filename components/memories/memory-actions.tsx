"use client";
import {
  Archive,
  ArchiveRestore,
  CalendarClock,
  CircleCheck,
  Ellipsis,
  Flag,
  Pencil,
  RefreshCw,
  Tag,
} from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useHotkeys } from "#components/shell/use-hotkeys.ts";
import { Button } from "#components/ui/button.tsx";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuTrigger,
} from "#components/ui/dropdown-menu.tsx";
import type { MemoryDetail } from "#lib/memories/detail.ts";
import type { CurationKind } from "./curation.ts";
import { CurationDialog, type CurationRequest } from "./curation-dialog.tsx";
import { useUndo } from "./use-undo.ts";

type MemoryActionsProps = { memory: Pick<MemoryDetail, "id" | "lifecycle" | "validFrom" | "validUntil"> };

/** What can be done with one memory; e edits and d deprecates. */
export function MemoryActions({ memory }: MemoryActionsProps) {
  const router = useRouter();
  const { report } = useUndo();
  const [request, setRequest] = useState<CurationRequest | null>(null);
  const { id, lifecycle, validFrom, validUntil } = memory;
  const deprecated = lifecycle === "deprecated";
  function curate(kind: CurationKind) {
    const validity = kind === "validity" ? { validity: { validFrom, validUntil } } : {};
    setRequest({ kind, selection: { ids: [id] }, count: 1, ...validity });
  }
  useHotkeys({
    e: () => router.push(`/memories/${id}/edit`),
    d: () => (deprecated ? curate("restore") : curate("deprecate")),
  });
  return (
    <>
      <Button asChild variant="primary">
        <Link href={`/memories/${id}/edit`} aria-keyshortcuts="e">
          <Pencil aria-hidden />
          Edit
        </Link>
      </Button>
      {lifecycle === "candidate" ? (
        <Button onClick={() => curate("promote")}>
          <CircleCheck aria-hidden />
          Promote
        </Button>
      ) : null}
      {deprecated ? (
        <Button onClick={() => curate("restore")} aria-keyshortcuts="d">
          <ArchiveRestore aria-hidden />
          Restore
        </Button>
      ) : (
        <Button variant="danger" onClick={() => curate("deprecate")} aria-keyshortcuts="d">
          <Archive aria-hidden />
          Deprecate
        </Button>
      )}
      <DropdownMenu>
        <DropdownMenuTrigger asChild>
          <Button aria-label="More actions">
            <Ellipsis aria-hidden />
          </Button>
        </DropdownMenuTrigger>
        <DropdownMenuContent>
          <DropdownMenuItem onSelect={() => curate("validity")}>
            <CalendarClock aria-hidden />
            Valid until
          </DropdownMenuItem>
          <DropdownMenuItem onSelect={() => curate("tag")}>
            <Tag aria-hidden />
            Tag
          </DropdownMenuItem>
          <DropdownMenuItem onSelect={() => curate("review")}>
            <Flag aria-hidden />
            Mark for review
          </DropdownMenuItem>
          <DropdownMenuItem asChild>
            <Link href={`/regenerate?memory=${id}`}>
              <RefreshCw aria-hidden />
              Regenerate
            </Link>
          </DropdownMenuItem>
        </DropdownMenuContent>
      </DropdownMenu>
      <CurationDialog request={request} onClose={() => setRequest(null)} onDone={report} />
    </>
  );
}
