"use client";
import Link from "next/link";
import { useState } from "react";
import { BenchmarkMark } from "#components/charts/benchmark-mark.tsx";
import { CurationDialog, type CurationRequest } from "#components/memories/curation-dialog.tsx";
import { LifecycleBadge, type LifecycleName } from "#components/memories/lifecycle-badge.tsx";
import { TypeIcon } from "#components/memories/type-badge.tsx";
import { useUndo } from "#components/memories/use-undo.ts";
import { Button } from "#components/ui/button.tsx";
import {
  describeCaseEffect,
  inseparableFrom,
  notAloneWarning,
} from "#lib/attribution/cases/describe-case.ts";
import type { CaseMemory, CaseRow } from "#lib/attribution/cases/schema.ts";

type Props = {
  row: CaseRow;
  memories: readonly CaseMemory[];
  base: string;
  candidate: string;
};

/** What the memories of a case say, and what can be done with each on its evidence. */
export function CaseMemories({ row, memories, base, candidate }: Props) {
  const { report } = useUndo();
  const [request, setRequest] = useState<CurationRequest | null>(null);
  const inseparable = inseparableFrom(row);
  function deprecate(memoryId: string) {
    setRequest({
      kind: "deprecate",
      selection: { ids: [memoryId] },
      count: 1,
      onCase: {
        ref: { base, candidate, memoryId },
        warning: notAloneWarning(row, row.memoryIds.length),
        says: `Saved with the revision: ${describeCaseEffect(row)}, and the lost tasks.`,
      },
    });
  }
  return (
    <>
      {inseparable ? (
        <p className="text-xs text-muted">
          {memories.length > 1 ? "One case: they always traveled together. The first is " : "It is "}
          {inseparable}.
        </p>
      ) : null}
      <ul className="flex min-w-0 flex-col gap-3">
        {memories.map((memory) => (
          <li key={memory.id} className="flex min-w-0 flex-col gap-1">
            <MemoryHead memory={memory} />
            <div className="flex flex-wrap items-center gap-1.5">
              <Button asChild size="small">
                <Link href={`/memories/${memory.id}/edit?base=${base}&cand=${candidate}`}>
                  Edit<span className="sr-only"> {memory.title}</span>
                </Link>
              </Button>
              {memory.lifecycle === "deprecated" ? (
                <LifecycleBadge lifecycle={memory.lifecycle as LifecycleName} expired={false} />
              ) : (
                <Button size="small" variant="danger" onClick={() => deprecate(memory.id)}>
                  Deprecate<span className="sr-only"> {memory.title}</span>
                </Button>
              )}
              {memory.lifecycle !== "deprecated" && row.lostAlone === 0 ? (
                <span className="text-xs text-muted">nothing lost alone</span>
              ) : null}
            </div>
            <p className="text-xs whitespace-pre-wrap wrap-anywhere [unicode-bidi:isolate]">{memory.text}</p>
          </li>
        ))}
      </ul>
      <CurationDialog request={request} onClose={() => setRequest(null)} onDone={report} />
    </>
  );
}

function MemoryHead({ memory }: { memory: CaseMemory }) {
  const { id, title, type, benchmark, version, shownVersions } = memory;
  const older = shownVersions.filter((shown) => shown !== version);
  return (
    <>
      <p className="flex min-w-0 items-start gap-1.5 text-sm">
        <TypeIcon type={type} />
        <Link
          className="link min-w-0 font-medium wrap-anywhere [unicode-bidi:isolate]"
          href={`/memories/${id}`}
        >
          {title}
        </Link>
      </p>
      <p className="flex flex-wrap items-center gap-x-2 text-xs text-muted">
        <BenchmarkMark name={benchmark} />
        <span>
          revision {version}
          {older.length > 0 ? `; the candidate was shown revision ${older.join(", ")}` : ""}
        </span>
      </p>
    </>
  );
}
