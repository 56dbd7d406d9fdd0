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
        <p className="text-sm text-muted">None for this revision.</p>
      ) : (
        <ul className="flex flex-col gap-2 text-sm">
          {[...Map.groupBy(findings, (finding) => finding.rule)].map(([rule, group]) => (
            <li key={rule} className="flex flex-col items-start gap-1">
              <Badge tone={group[0]?.severity === "info" ? "muted" : "warn"}>{rule}</Badge>
              {[...new Set(group.map((finding) => finding.message))].map((message) => (
                <p key={message} className="wrap-anywhere">
                  {message}
                </p>
              ))}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
