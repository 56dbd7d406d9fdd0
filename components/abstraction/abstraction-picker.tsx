"use client";
import { useQueryStates } from "nuqs";
import { useTransition } from "react";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { Select } from "#components/ui/select.tsx";
import { abstractionSearchParams } from "#lib/abstraction/search-params.ts";
import { labelKinds } from "#lib/memories/label-kinds.ts";

const perplexities = [5, 10, 15, 30, 50, 100];
const labelNames: Record<string, string> = { sourceModel: "source model", tag: "one tag" };

/** What DBI and LISI are of. Everything lives in the URL. */
export function AbstractionPicker({ tags }: { tags: readonly string[] }) {
  const [pending, startTransition] = useTransition();
  const [params, setParams] = useQueryStates(abstractionSearchParams, { shallow: false, startTransition });
  const known = [...new Set([...perplexities, params.perplexity])].sort((a, b) => a - b);
  return (
    <form
      className="flex flex-wrap items-end gap-3 px-4 text-xs"
      aria-busy={pending}
      onSubmit={(event) => event.preventDefault()}
    >
      <Field label="Label" className="w-36">
        <Select
          value={params.label}
          options={labelKinds.map((kind) => ({ value: kind, label: labelNames[kind] ?? kind }))}
          onChange={(event) =>
            setParams({ label: labelKinds.find((kind) => kind === event.target.value) ?? null })
          }
        />
      </Field>
      {params.label === "tag" ? (
        <Field label="Tag" className="w-40">
          <Input
            list="abstraction-tags"
            defaultValue={params.tag ?? ""}
            autoComplete="off"
            onBlur={(event) => setParams({ tag: event.target.value.trim() || null })}
          />
        </Field>
      ) : null}
      <datalist id="abstraction-tags">
        {tags.map((tag) => (
          <option key={tag} value={tag} />
        ))}
      </datalist>

      <Field label="Perplexity" className="w-28">
        <Select
          value={String(params.perplexity)}
          options={known.map((value) => ({ value: String(value), label: String(value) }))}
          onChange={(event) => setParams({ perplexity: Number(event.target.value) })}
        />
      </Field>
      <Field label="Measured on" className="w-52">
        <Select
          value={params.measuredOn}
          options={[
            { value: "vectors", label: "the vectors" },
            { value: "map", label: "the plane (another number)" },
          ]}
          onChange={(event) => setParams({ measuredOn: event.target.value === "map" ? "map" : "vectors" })}
        />
      </Field>
    </form>
  );
}
