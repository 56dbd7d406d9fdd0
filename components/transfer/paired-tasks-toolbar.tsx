"use client";
import Link from "next/link";
import { useQueryStates } from "nuqs";
import type { TransitionStartFunction } from "react";
import { BenchmarkSelect } from "#components/runs/benchmark-select.tsx";
import { Button } from "#components/ui/button.tsx";
import { Input } from "#components/ui/input.tsx";
import { Select } from "#components/ui/select.tsx";
import { EVIDENCE_FILTERS, PAIRED_OUTCOMES } from "#lib/transfer/schema.ts";
import { compareParams } from "#lib/transfer/search-params.ts";

type ShownMemory = { id: string; title: string };

type Props = {
  benchmarks: readonly string[];
  csvHref: string;
  /** Only tasks at which this memory was retrieved are listed. */
  memory: ShownMemory | null;
  /** The table's own transition, so that its rows stay, dimmed, until the new ones come. */
  startTransition: TransitionStartFunction;
};

const outcomeOptions = [
  { value: "", label: "Any outcome" },
  ...PAIRED_OUTCOMES.map((outcome) => ({ value: outcome, label: outcome })),
];

const evidenceOptions = [
  { value: "", label: "Any evidence" },
  ...EVIDENCE_FILTERS.map((evidence) => ({ value: evidence, label: evidence })),
];

/** Filters of the paired tasks, all in the URL, and their download. */
export function PairedTasksToolbar({ benchmarks, csvHref, memory, startTransition }: Props) {
  const [params, setParams] = useQueryStates(compareParams, { shallow: false, startTransition });
  return (
    <>
      <Input
        type="search"
        aria-label="Search paired tasks by name"
        placeholder="Search tasks"
        className="w-52"
        value={params.q}
        onChange={(event) => setParams({ q: event.target.value || null, page: null })}
      />
      <span className="w-36">
        <Select
          aria-label="Outcome"
          value={params.outcome ?? ""}
          options={outcomeOptions}
          onChange={(event) =>
            setParams({
              outcome: PAIRED_OUTCOMES.find((each) => each === event.target.value) ?? null,
              page: null,
            })
          }
        />
      </span>
      <span className="w-36">
        <Select
          aria-label="Evidence"
          value={params.evidence ?? ""}
          options={evidenceOptions}
          onChange={(event) =>
            setParams({
              evidence: EVIDENCE_FILTERS.find((each) => each === event.target.value) ?? null,
              page: null,
            })
          }
        />
      </span>
      <BenchmarkSelect
        benchmarks={benchmarks}
        value={params.benchmark}
        onChange={(benchmark) => setParams({ benchmark, page: null })}
      />
      {memory ? (
        <MemoryFilter memory={memory} onClear={() => setParams({ memory: null, page: null })} />
      ) : null}
      <Button asChild>
        <a href={csvHref} download>
          Download CSV
        </a>
      </Button>
    </>
  );
}

function MemoryFilter({ memory, onClear }: { memory: ShownMemory; onClear: () => void }) {
  return (
    <span className="inline-flex min-w-0 flex-wrap items-center gap-2 text-sm">
      <span>
        Shown{" "}
        <Link className="link [unicode-bidi:isolate]" href={`/memories/${memory.id}`}>
          {memory.title}
        </Link>
      </span>
      <Button size="small" onClick={onClear}>
        All tasks
      </Button>
    </span>
  );
}
