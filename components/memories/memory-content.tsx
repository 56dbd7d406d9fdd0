import type { ReactNode } from "react";
import { Card } from "#components/ui/card.tsx";
import { CopyButton } from "#components/ui/copy-button.tsx";
import type { MemoryDetail, MemoryFinding } from "#lib/memories/detail.ts";
import { HighlightedText } from "./highlighted-text.tsx";
import { TrajectorySteps } from "./trajectory-steps.tsx";

type MemoryContentProps = { memory: MemoryDetail };

/** What a memory says, in the form of its type. Everything is drawn as text, whatever it holds. */
export function MemoryContent({ memory }: MemoryContentProps) {
  const marked = (field: string, text: string) => (
    <HighlightedText text={text} findings={of(memory.findings, field)} />
  );
  switch (memory.type) {
    case "insight":
      return (
        <Card title="Insight">
          <Part label="Title">{marked("title", memory.content.title)}</Part>
          <Part label="Description">{marked("description", memory.content.description)}</Part>
          <Part label="Content">{marked("content", memory.content.content)}</Part>
        </Card>
      );
    case "summary":
      return (
        <Card title="Summary">
          <Part label="Task">{marked("taskSummary", memory.content.taskSummary)}</Part>
          <Part label="Experience">{marked("experience", memory.content.experience)}</Part>
        </Card>
      );
    case "workflow":
      return (
        <Card
          title="Workflow"
          actions={<CopyButton text={memory.content.steps.join("\n")} label="Copy all steps" showLabel />}
        >
          <Part label="Goal">{marked("goal", memory.content.goal)}</Part>
          <Commands steps={memory.content.steps} marked={marked} />
        </Card>
      );
    case "trajectory":
      return <TrajectorySteps steps={memory.content.steps} />;
  }
}

function Part({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="flex min-w-0 max-w-prose flex-col gap-0.5">
      <h3 className="text-xs text-muted">{label}</h3>
      <p>{children}</p>
    </div>
  );
}

function Commands({
  steps,
  marked,
}: {
  steps: readonly string[];
  marked: (field: string, text: string) => ReactNode;
}) {
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <h3 className="text-xs text-muted">Steps</h3>
      <ol className="flex min-w-0 flex-col gap-1">
        {steps.map((step, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: steps have no identity but their place.
          <li key={index} className="flex min-w-0 gap-2">
            <span aria-hidden className="w-6 shrink-0 py-1 text-right text-xs leading-5 text-muted">
              {index + 1}
            </span>
            <code className="min-w-0 flex-1 rounded border border-line bg-sunken px-2 py-1 font-mono text-xs leading-5">
              {marked(`steps.${index}`, step)}
            </code>
          </li>
        ))}
      </ol>
    </div>
  );
}

function of(findings: readonly MemoryFinding[], field: string): MemoryFinding[] {
  return findings.filter((finding) => finding.field === field);
}
