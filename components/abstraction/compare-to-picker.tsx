"use client";
import { useQueryStates } from "nuqs";
import { useTransition } from "react";
import { Select } from "#components/ui/select.tsx";
import { abstractionSearchParams } from "#lib/abstraction/search-params.ts";

/** To the second: a change can be undone within a minute. */
const writeTime = (at: string) => `${at.slice(0, 19).replace("T", " ")} UTC`;

/** Which earlier state the newest measurements are compared with. It lives in the URL. */
export function CompareToPicker({ times }: { times: readonly string[] }) {
  const [pending, startTransition] = useTransition();
  const [{ compareTo }, setParams] = useQueryStates(
    { compareTo: abstractionSearchParams.compareTo },
    { shallow: false, startTransition },
  );
  // A link may name a time between two measurements.
  const known = compareTo !== null && !times.includes(compareTo) ? [compareTo, ...times] : times;
  return (
    <div className="flex items-center gap-1.5" aria-busy={pending}>
      <span className="text-xs text-muted">Compare with</span>
      <Select
        aria-label="Compare with"
        className="w-56"
        value={compareTo ?? ""}
        options={[
          { value: "", label: "the measurement before" },
          ...known.map((at) => ({ value: at, label: writeTime(at) })),
        ]}
        onChange={(event) => setParams({ compareTo: event.target.value || null })}
      />
    </div>
  );
}
