import { Badge, type BadgeTone } from "#components/ui/badge.tsx";
import type { MemoryEvidence, MemoryUse } from "#lib/attribution/evidence/schema.ts";
import { formatP } from "#lib/transfer/format.ts";

const uses: Record<MemoryUse, { tone: BadgeTone; label: string; says: string }> = {
  followed: {
    tone: "accent",
    label: "followed",
    says: "A step does what it says, more than memories that were not shown explain.",
  },
  read: { tone: "neutral", label: "read", says: "A step names it. No step was shown to follow it." },
  ignored: {
    tone: "muted",
    label: "delivered, ignored",
    says: "No step names it, and none was shown to follow it.",
  },
  unknown: {
    tone: "muted",
    label: "use unknown",
    says: "There is no trajectory, or too few memories that were not shown to compare it with.",
  },
};

type MemoryUseLineProps = {
  evidence: MemoryEvidence;
  /** Begins the anchors of the trial's steps. */
  side: "base" | "cand" | "step";
};

/** Whether a delivered memory was read and followed, with links to the steps. */
export function MemoryUseLine({ evidence, side }: MemoryUseLineProps) {
  const { use, mentions, follows, p, controls } = evidence;
  const { tone, label, says } = uses[use];
  const tested =
    p === null ? "" : ` Best step: p ${p < 0.001 ? "" : "= "}${formatP(p)} against ${controls} memories.`;
  return (
    <p className="flex min-w-0 flex-wrap items-center gap-x-1.5 text-xs text-muted">
      <Badge tone={tone} title={`${says}${tested}`}>
        {label}
      </Badge>
      <StepLinks name="named in" steps={mentions.map(({ step }) => step)} side={side} />
      <StepLinks name="followed in" steps={follows.map(({ step }) => step)} side={side} />
    </p>
  );
}

const SHOWN = 8;

function StepLinks({ name, steps, side }: { name: string; steps: readonly number[]; side: string }) {
  if (steps.length === 0) return null;
  return (
    <span>
      {name} step{" "}
      {steps.slice(0, SHOWN).map((step, i) => (
        <span key={step}>
          {i > 0 ? ", " : ""}
          <a className="link" href={`#${side}-${step}`}>
            {step}
          </a>
        </span>
      ))}
      {steps.length > SHOWN ? ` and ${steps.length - SHOWN} more` : ""}
    </span>
  );
}
