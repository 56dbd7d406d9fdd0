import type { Lifecycle } from "#lib/db/generated/enums.ts";
import { jobsHref } from "#lib/jobs/search-params.ts";
import { expiringWithinDays, memoriesHref } from "#lib/memories/search-params.ts";
import { describeQ } from "#lib/transfer/format.ts";
import type { Attention } from "./schema.ts";

/** One thing that waits, on one line: what it is called, and the number that decides. */
type AttentionLine = { id: string; title: string; deciding: string; href: string };

export type AttentionGroup = {
  /** "12 memories suspected of harm" */
  text: string;
  /** Opens exactly the list that was counted. */
  href: string;
  tone: "bad" | "warn" | "info";
  /** What chance alone would give, or what else belongs beside the count. */
  note: string | null;
  first: AttentionLine[];
};

const dayMs = 86_400_000;
export const inUse: Lifecycle[] = ["active", "candidate"];

/** What needs attention, gravest first; `clear` names what does not. */
export function attentionGroups(
  attention: Attention,
  now: Date,
): { groups: AttentionGroup[]; clear: string[] } {
  const { suspects, candidates, expiring, lintErrors, failedJobs } = attention;
  const all: (AttentionGroup & { count: number; clear: string })[] = [
    {
      count: suspects.count,
      clear: "suspects",
      text: counted(suspects.count, "harmful or suspected memory", "harmful or suspected memories"),
      href: memoriesHref("/memories", {
        effect: ["harmful", "suspected"],
        lifecycle: inUse,
        sort: "q",
        order: "asc",
      }),
      tone: suspects.harmful > 0 ? "bad" : "warn",
      note: suspectNote(suspects),
      first: suspects.first.map(({ id, title, q, verdict }) =>
        line(id, title, `${verdict}, ${q === null ? "too few to say" : describeQ(q)}`),
      ),
    },
    {
      count: failedJobs.count,
      clear: "failed jobs",
      text: `${counted(failedJobs.count, "job", "jobs")} failed in the last seven days`,
      href: jobsHref("/jobs", { failed: true }),
      tone: "bad",
      note: null,
      first: failedJobs.first.map(({ id, title, error, finishedAt }) => ({
        id,
        title: error ? `${title}: ${error}` : title,
        deciding: agoOf(finishedAt, now),
        href: `/jobs/${id}`,
      })),
    },
    {
      count: lintErrors.count,
      clear: "lint errors",
      text: `${counted(lintErrors.count, "memory", "memories")} with lint errors`,
      href: memoriesHref("/memories", { severity: ["error"], lifecycle: inUse, sort: "lint" }),
      tone: "bad",
      note: null,
      first: lintErrors.first.map(({ id, title, findings, rule }) =>
        line(id, title, `${counted(findings, "error", "errors")}, ${rule}`),
      ),
    },
    {
      count: expiring.count,
      clear: "memories expiring soon",
      text: `${counted(expiring.count, "active memory expires", "active memories expire")} within ${expiringWithinDays} days`,
      href: memoriesHref("/memories", {
        lifecycle: ["active"],
        validity: ["expiring"],
        sort: "validUntil",
        order: "asc",
      }),
      tone: "warn",
      note: null,
      first: expiring.first.map(({ id, title, validUntil }) =>
        line(id, title, `in ${counted(daysBetween(now, validUntil), "day", "days")}`),
      ),
    },
    {
      count: candidates.count,
      clear: "candidates",
      text: `${counted(candidates.count, "candidate", "candidates")} awaiting promotion`,
      href: memoriesHref("/memories", { lifecycle: ["candidate"], sort: "created", order: "asc" }),
      tone: "info",
      note: null,
      first: candidates.first.map(({ id, title, createdAt }) =>
        line(id, title, `for ${counted(daysBetween(createdAt, now), "day", "days")}`),
      ),
    },
  ];
  return {
    groups: all.flatMap(({ count, clear: _clear, ...group }) => (count > 0 ? [group] : [])),
    clear: all.flatMap(({ count, clear }) => (count === 0 ? [clear] : [])),
  };
}

/** A test at p <= 0.05 names one in forty on the side of harm by chance; exact tests of few attempts name fewer. */
function suspectNote({ tested, signs, harmful }: Attention["suspects"]): string {
  const byChance = Math.round(tested * 0.025);
  const named = harmful === 0 ? "" : `${harmful.toLocaleString("en")} at q ≤ .05. `;
  return `${named}${signs.toLocaleString("en")} of ${tested.toLocaleString("en")} tested point to harm at p ≤ .05; chance alone gives up to ${byChance.toLocaleString("en")}.`;
}

function line(id: string, title: string, deciding: string): AttentionLine {
  return { id, title, deciding, href: `/memories/${id}` };
}

/** Whole days, begun ones included on the way to an end: what ends in an hour ends in 1 day. */
function daysBetween(from: Date, to: Date): number {
  return Math.max(0, Math.ceil((to.getTime() - from.getTime()) / dayMs));
}

function agoOf(at: Date, now: Date): string {
  const days = Math.floor((now.getTime() - at.getTime()) / dayMs);
  return days < 1 ? "today" : `${counted(days, "day", "days")} ago`;
}

export function counted(count: number, one: string, many: string): string {
  return `${count.toLocaleString("en")} ${count === 1 ? one : many}`;
}
