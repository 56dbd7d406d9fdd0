import { Badge } from "#components/ui/badge.tsx";
import { Card } from "#components/ui/card.tsx";
import type { MemoryFinding } from "#lib/memories/detail.ts";
import { LintButton } from "./lint-button.tsx";

type FindingsCardProps = { memoryId: string; findings: readonly MemoryFinding[] };

/** What lint found in the memory as it is now. */
export function FindingsCard({ memoryId, findings }: FindingsCardProps) {
  return (
    <Card title={`Lint findings (${findings.length})`} actions={<LintButton ids={[memoryId]} />}>
      {findings.length === 0 ? (
        <p className="text-sm text-muted">
          None at this version. Lint looks for names of files and identifiers, versions, retold tasks and
          near-duplicates.
        </p>
      ) : (
        <ul className="flex flex-col gap-2 text-sm">
          {findings.map((finding) => (
            <li key={finding.id} className="flex flex-col items-start gap-0.5">
              <Badge tone={finding.severity === "info" ? "muted" : "warn"}>{finding.rule}</Badge>
              <span className="wrap-anywhere">{finding.message}</span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
