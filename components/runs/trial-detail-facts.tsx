import { FlaskConical } from "lucide-react";
import { DetailChip } from "#components/ui/detail-chip.tsx";
import type { TestCounts, TrialDetails } from "#lib/runs/trial-details.ts";
import { Facts } from "./facts.tsx";

/** What the trial's source says beyond outcome and cost. */
export function TrialDetailFacts({ details }: { details: TrialDetails }) {
  const { tries, tests, ownJudgment } = details;
  return (
    <>
      <Facts
        facts={[
          ["Language", details.language],
          ["Platform", details.platform],
          ["Difficulty", details.difficulty],
          ["Released", details.released],
          ["Tries", tries?.map((passed) => (passed ? "passed" : "failed")).join(", ")],
          ["Agent\u2019s own judgment", ownJudgment && (ownJudgment.success ? "solved" : "not solved")],
          ["Edit format", details.editFormat],
          ["Editor model", details.editorModel],
          ["Reasoning effort", details.reasoningEffort],
          ["Commit", details.commit],
          ["Execution", details.executionSeconds === undefined ? null : seconds(details.executionSeconds)],
          ...Object.entries(details.counts ?? {}).map(([name, count]) => [capitalized(name), count] as const),
        ]}
      />
      {tests ? <TestsChip tests={tests} /> : null}
      {ownJudgment?.explanation ? (
        <DetailChip label="Agent\u2019s explanation">
          <p className="whitespace-pre-wrap wrap-anywhere">{ownJudgment.explanation}</p>
        </DetailChip>
      ) : null}
    </>
  );
}

function TestsChip({ tests: { passed, failed, other, failedNames } }: { tests: TestCounts }) {
  const all = passed + failed + other;
  if (failed === 0) return <Facts facts={[["Tests passed", `${passed}/${all}`]]} />;
  return (
    <DetailChip label={`${failed} of ${all} tests failed`} icon={FlaskConical} tone="warn">
      <ul className="list-disc pl-4 font-mono text-xs">
        {failedNames.map((name) => (
          <li key={name} className="wrap-anywhere">
            {name}
          </li>
        ))}
      </ul>
      {failed > failedNames.length ? <p>and {failed - failedNames.length} more</p> : null}
    </DetailChip>
  );
}

function capitalized(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

function seconds(value: number): string {
  return value < 0.01 ? "< 0.01 s" : `${value.toFixed(2)} s`;
}
