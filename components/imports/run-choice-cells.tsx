"use client";
import { Input } from "#components/ui/input.tsx";
import { Select } from "#components/ui/select.tsx";
import type { RunChoice } from "#lib/imports/run-choices.ts";
import type { RunReport } from "#lib/imports/schema.ts";
import { useDecisions } from "./decisions.tsx";

/** The name of a run, to be changed before it is written. */
export function RunNameInput({ run }: { run: RunReport }) {
  const { choiceOf, choose } = useDecisions();
  return (
    <Input
      aria-label={`Name of the run ${run.name}`}
      className="h-7 min-w-36"
      maxLength={200}
      placeholder={run.name}
      value={choiceOf(run.key).name ?? ""}
      onChange={(event) => choose(run.key, { name: event.target.value })}
    />
  );
}

/** Folders that look like repeats: one run, or a run each. */
export function GroupingSelect({ run, runs }: { run: RunReport; runs: number }) {
  const { choiceOf, choose } = useDecisions();
  const folders = run.grouping === "repeats" ? run.folders : runs;
  return (
    <Select
      aria-label={`Grouping of ${run.name}`}
      className="w-36"
      value={choiceOf(run.group).grouping ?? run.grouping ?? "repeats"}
      onChange={(event) => choose(run.group, { grouping: event.target.value as "repeats" | "runs" })}
      options={[
        { value: "repeats", label: `1 run of ${folders}` },
        { value: "runs", label: `${folders} runs` },
      ]}
    />
  );
}

type ArmValue = "" | "zero_shot" | "memory" | `${string}:${string}`;
const TYPES = ["trajectory", "workflow", "summary", "insight"] as const;
const SCOPES = ["in_domain", "cross_domain"] as const;
const scopeText = { in_domain: "in-domain", cross_domain: "cross-domain" };

/** The arm as one choice: zero-shot, or memory of a type and a scope. */
export function ArmSelect({ run }: { run: RunReport }) {
  const { choiceOf, choose } = useDecisions();
  const { arm, memoryType, scope } = choiceOf(run.key);
  const value: ArmValue = memoryType && scope ? `${memoryType}:${scope}` : (arm ?? "");
  return (
    <Select
      aria-label={`Arm of ${run.name}`}
      className="w-40"
      value={value}
      onChange={(event) => choose(run.key, choiceFor(event.target.value))}
      options={[
        { value: "", label: armText(run) },
        { value: "zero_shot", label: "set to zero-shot" },
        { value: "memory", label: "set to memory" },
        ...TYPES.flatMap((type) =>
          SCOPES.map((one) => ({
            value: `${type}:${one}`,
            label: `set to memory, ${type}, ${scopeText[one]}`,
          })),
        ),
      ]}
    />
  );
}

export function armText({ arm, memoryType, scope }: Pick<RunReport, "arm" | "memoryType" | "scope">): string {
  if (arm === "zero_shot") return "zero-shot";
  return ["memory", memoryType, scope && scopeText[scope]].filter(Boolean).join(", ");
}

function choiceFor(value: string): RunChoice {
  const [first, scope] = value.split(":");
  const none = { arm: undefined, memoryType: undefined, scope: undefined };
  if (value === "") return none as RunChoice;
  if (scope === undefined) return { ...none, arm: first } as RunChoice;
  return { arm: "memory", memoryType: first, scope } as RunChoice;
}
