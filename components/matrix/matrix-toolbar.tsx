"use client";
import { Download, Rows3 } from "lucide-react";
import { useQueryStates } from "nuqs";
import { useTransition } from "react";
import { Button } from "#components/ui/button.tsx";
import {
  DropdownMenu,
  DropdownMenuCheckboxItem,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuLabel,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from "#components/ui/dropdown-menu.tsx";
import { ToolbarSelect } from "#components/ui/toolbar-select.tsx";
import { nameMeasure } from "#lib/matrix/name-measure.ts";
import { GROUPINGS, type Grouping, MEASURES, type Measure } from "#lib/matrix/schema.ts";
import { downloadHref, matrixParams, measureOf } from "#lib/matrix/search-params.ts";

export type RunChoice = { id: string; name: string; arm: "zero_shot" | "memory" };

const groupNames: Record<Grouping, string> = {
  none: "no groups",
  model: "model",
  type: "memory type",
  scope: "scope",
  release: "release",
};

/** What the matrix shows: all of it is in the address. */
export function MatrixToolbar({ runs, groups = true }: { runs: readonly RunChoice[]; groups?: boolean }) {
  const [pending, startTransition] = useTransition();
  const [params, setParams] = useQueryStates(matrixParams, { shallow: false, startTransition });
  const measure = measureOf(params);
  return (
    <div className="flex flex-wrap items-center gap-2 text-xs" aria-busy={pending}>
      <ToolbarSelect
        label="Measure"
        wide
        value={keyOf(measure)}
        options={offered(measure).map((each) => ({ value: keyOf(each), label: nameMeasure(each) }))}
        onChange={(value) => {
          const [kind, k] = value.split(" ");
          setParams({ measure: MEASURES.find((each) => each === kind) ?? null, k: Number(k) });
        }}
      />
      <ToolbarSelect
        label="Baseline"
        wide
        value={params.base ?? ""}
        options={[
          { value: "", label: "same model" },
          ...runs.map((run) => ({ value: run.id, label: run.name })),
        ]}
        onChange={(base) => setParams({ base: base || null })}
      />
      {groups ? (
        <ToolbarSelect
          label="Group"
          value={params.group}
          options={GROUPINGS.map((group) => ({ value: group, label: groupNames[group] }))}
          onChange={(value) => setParams({ group: GROUPINGS.find((each) => each === value) ?? null })}
        />
      ) : null}
      <RunChooser runs={runs} chosen={params.runs} onChoose={(ids) => setParams({ runs: ids })} />
      {groups ? <DownloadMenu href={(format) => downloadHref("/api/matrix", { ...params, format })} /> : null}
    </div>
  );
}

type RunChooserProps = {
  runs: readonly RunChoice[];
  chosen: readonly string[];
  onChoose: (ids: string[] | null) => void;
};

function RunChooser({ runs, chosen, onChoose }: RunChooserProps) {
  const shown = chosen.length === 0 ? runs.map((run) => run.id) : chosen;
  const choose = (id: string, isShown: boolean) => {
    const next = isShown ? [...shown, id] : shown.filter((each) => each !== id);
    onChoose(next.length === 0 || next.length === runs.length ? null : next);
  };
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <Button size="small">
          <Rows3 aria-hidden />
          {chosen.length === 0 ? `All ${runs.length} runs` : `${chosen.length} of ${runs.length} runs`}
        </Button>
      </DropdownMenuTrigger>
      <DropdownMenuContent className="max-h-[70dvh] overflow-y-auto">
        <DropdownMenuLabel>Shown runs</DropdownMenuLabel>
        {runs.map((run) => (
          <DropdownMenuCheckboxItem
            key={run.id}
            checked={shown.includes(run.id)}
            onCheckedChange={(isShown) => choose(run.id, isShown)}
            onSelect={(event) => event.preventDefault()}
          >
            {run.name}
          </DropdownMenuCheckboxItem>
        ))}
        <DropdownMenuSeparator />
        <DropdownMenuItem onSelect={() => onChoose(null)}>All runs</DropdownMenuItem>
      </DropdownMenuContent>
    </DropdownMenu>
  );
}

function DownloadMenu({ href }: { href: (format: "csv" | "markdown" | "latex") => string }) {
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <Button size="small">
          <Download aria-hidden />
          Download
        </Button>
      </DropdownMenuTrigger>
      <DropdownMenuContent>
        <DropdownMenuItem asChild>
          <a href={href("csv")}>CSV, every cell in full</a>
        </DropdownMenuItem>
        <DropdownMenuItem asChild>
          <a href={href("markdown")}>Markdown table</a>
        </DropdownMenuItem>
        <DropdownMenuItem asChild>
          <a href={href("latex")}>LaTeX table</a>
        </DropdownMenuItem>
      </DropdownMenuContent>
    </DropdownMenu>
  );
}

function keyOf({ kind, k }: Measure): string {
  return `${kind} ${k}`;
}

/** pass@1, pass@3, pass^3 and the efforts; the chosen one among them. */
function offered(chosen: Measure): Measure[] {
  const all: Measure[] = [
    { kind: "pass", k: 1 },
    { kind: "pass", k: 3 },
    { kind: "all", k: 3 },
    ...MEASURES.filter((kind) => kind !== "pass" && kind !== "all").map((kind) => ({ kind, k: 1 })),
  ];
  return all.some((each) => keyOf(each) === keyOf(chosen)) ? all : [chosen, ...all];
}
