import Link from "next/link";
import { cn } from "#components/ui/class-names.ts";
import type { Outcome } from "#lib/runs/schema.ts";
import { OutcomeMark } from "./outcome-badge.tsx";

type AttemptLinksProps = {
  /** Spoken name: "Attempts of the baseline". */
  label: string;
  attempts: readonly { trialId: string; attempt: number; outcome: Outcome }[];
  /** The open attempt. */
  current: number;
  href: (attempt: { trialId: string; attempt: number }) => string;
};

/** The attempts at one task in one line, each with its outcome, one of them open. */
export function AttemptLinks({ label, attempts, current, href }: AttemptLinksProps) {
  return (
    <nav aria-label={label} className="flex min-w-0 items-center gap-1.5">
      <span className="text-xs text-muted">{attempts.length === 1 ? "Attempt" : "Attempts"}</span>
      <ul className="flex flex-wrap gap-1">
        {attempts.map((each) => (
          <li key={each.trialId}>
            <Link
              href={href(each)}
              scroll={false}
              aria-current={each.attempt === current ? "true" : undefined}
              title={each.outcome}
              className={cn(
                "inline-flex h-6 items-center gap-1 rounded-md border px-1.5 text-xs",
                each.attempt === current ? "border-accent bg-accent-soft" : "border-line hover:bg-sunken",
              )}
            >
              <span className="sr-only">Attempt </span>
              {each.attempt} <OutcomeMark outcome={each.outcome} />
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
