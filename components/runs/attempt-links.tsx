import Link from "next/link";
import { cn } from "#components/ui/class-names.ts";
import type { Outcome } from "#lib/runs/schema.ts";
import { OutcomeBadge } from "./outcome-badge.tsx";

type AttemptLinksProps = {
  /** Spoken name: "Attempts of the baseline". */
  label: string;
  attempts: readonly { trialId: string; attempt: number; outcome: Outcome }[];
  /** The open attempt. */
  current: number;
  href: (attempt: { trialId: string; attempt: number }) => string;
};

/** The attempts at one task, each with its outcome, one of them open. */
export function AttemptLinks({ label, attempts, current, href }: AttemptLinksProps) {
  return (
    <nav aria-label={label}>
      <ul className="flex flex-wrap gap-1.5">
        {attempts.map((each) => (
          <li key={each.trialId}>
            <Link
              href={href(each)}
              scroll={false}
              aria-current={each.attempt === current ? "true" : undefined}
              className={cn(
                "inline-flex min-h-7 items-center gap-1.5 rounded-md border px-2 text-xs",
                each.attempt === current ? "border-accent bg-accent-soft" : "border-line hover:bg-sunken",
              )}
            >
              Attempt {each.attempt}
              <OutcomeBadge outcome={each.outcome} />
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
