"use client";
import { useQueryStates } from "nuqs";
import { type ReactNode, useTransition } from "react";
import { typeName } from "#components/maps/type-mark.ts";
import { Input } from "#components/ui/input.tsx";
import { Select, type SelectOption } from "#components/ui/select.tsx";
import { abstractionSearchParams, historySteps } from "#lib/abstraction/search-params.ts";
import { projectedTypes } from "#lib/maps/schema.ts";
import { labelKinds } from "#lib/memories/label-kinds.ts";

const perplexities = [5, 10, 15, 30, 50, 100];
const labelNames: Record<string, string> = { sourceModel: "source model", tag: "one tag" };
const stepNames = { change: "every change", day: "last of each day", release: "each release" };

type AbstractionToolbarProps = {
  /** Names of the embedding spaces, the active one first. */
  spaces: readonly string[];
  /** Tags to offer where the label is one. */
  tags: readonly string[];
  hasReleases: boolean;
};

/** What DBI and LISI are of, on one line. Everything lives in the URL. */
export function AbstractionToolbar({ spaces, tags, hasReleases }: AbstractionToolbarProps) {
  const [pending, startTransition] = useTransition();
  const [params, setParams] = useQueryStates(abstractionSearchParams, {
    shallow: false,
    startTransition,
    clearOnDefault: true,
  });
  const known = [...new Set([...perplexities, params.perplexity])].sort((a, b) => a - b);
  const steps = historySteps.filter((step) => hasReleases || step !== "release");
  return (
    <form
      className="flex flex-wrap items-center gap-x-3 gap-y-1.5"
      aria-label="What is measured"
      aria-busy={pending}
      onSubmit={(event) => event.preventDefault()}
    >
      <Choice
        label="Show"
        className="w-30"
        value={params.type ?? ""}
        options={[
          { value: "", label: "all types" },
          ...projectedTypes.map((type) => ({ value: type, label: typeName(type) })),
        ]}
        onChange={(value) => setParams({ type: projectedTypes.find((type) => type === value) ?? null })}
      />
      <Choice
        label="Label"
        className="w-34"
        value={params.label}
        options={labelKinds.map((kind) => ({ value: kind, label: labelNames[kind] ?? kind }))}
        onChange={(value) => setParams({ label: labelKinds.find((kind) => kind === value) ?? null })}
      />
      {params.label === "tag" ? (
        <WithLabel label="Tag">
          <Input
            aria-label="Tag"
            className="w-36"
            list="abstraction-tags"
            defaultValue={params.tag ?? ""}
            autoComplete="off"
            onBlur={(event) => setParams({ tag: event.target.value.trim() || null })}
          />
          <datalist id="abstraction-tags">
            {tags.map((tag) => (
              <option key={tag} value={tag} />
            ))}
          </datalist>
        </WithLabel>
      ) : null}
      <Choice
        label="Perplexity"
        className="w-20"
        value={String(params.perplexity)}
        options={known.map((value) => ({ value: String(value), label: String(value) }))}
        onChange={(value) => setParams({ perplexity: Number(value) })}
      />
      <Choice
        label="On"
        name="Measured on"
        className="w-30"
        value={params.measuredOn}
        options={[
          { value: "vectors", label: "vectors" },
          { value: "map", label: "the plane" },
        ]}
        onChange={(value) => setParams({ measuredOn: value === "map" ? "map" : "vectors" })}
      />
      {spaces.length > 1 ? (
        <Choice
          label="Space"
          className="w-56"
          value={params.space ?? ""}
          options={[
            { value: "", label: `${spaces[0]} (active)` },
            ...spaces.slice(1).map((name) => ({ value: name, label: name })),
          ]}
          onChange={(value) => setParams({ space: value || null })}
        />
      ) : null}
      <Choice
        label="History"
        className="w-40"
        value={steps.find((step) => step === params.history) ?? "change"}
        options={steps.map((step) => ({ value: step, label: stepNames[step] }))}
        onChange={(value) =>
          setParams({ history: historySteps.find((step) => step === value) ?? null, compareTo: null })
        }
      />
    </form>
  );
}

type ChoiceProps = {
  label: string;
  /** Spoken instead, where the label is short. */
  name?: string;
  value: string;
  options: readonly SelectOption[];
  onChange: (value: string) => void;
  className: string;
};

function Choice({ label, name = label, value, options, onChange, className }: ChoiceProps) {
  return (
    <WithLabel label={label}>
      <Select
        aria-label={name}
        className={className}
        value={value}
        options={options}
        onChange={(event) => onChange(event.target.value)}
      />
    </WithLabel>
  );
}

function WithLabel({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="flex items-center gap-1.5">
      <span className="text-xs text-muted">{label}</span>
      {children}
    </div>
  );
}
