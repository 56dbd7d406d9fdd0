import { Archive, Clock, Flag, FlaskConical, SearchAlert } from "lucide-react";
import { Badge } from "#components/ui/badge.tsx";
import type { ReviewState } from "#lib/memories/search-params.ts";

/** What each state of review means, for a person. */
const reviewHints: Record<ReviewState, string> = {
  marked: "Marked for review",
  candidate: "Awaiting promotion: retrieval does not show it yet",
  suspect: "Active, but harmful or suspected in a run",
  active: "Active, nothing to review",
  deprecated: "Deprecated: retrieval does not show it",
};

const marks = {
  marked: { tone: "accent", icon: Flag },
  candidate: { tone: "accent", icon: FlaskConical },
  suspect: { tone: "warn", icon: SearchAlert },
  deprecated: { tone: "muted", icon: Archive },
} as const;

/** Where a memory stands for whoever reviews the pool. */
export function ReviewBadge({ review, expired = false }: { review: ReviewState; expired?: boolean }) {
  return (
    <span className="inline-flex items-center gap-1">
      <ReviewMark review={review} />
      {expired ? <Clock role="img" aria-label="expired" className="size-3.5 text-warn" /> : null}
    </span>
  );
}

function ReviewMark({ review }: { review: ReviewState }) {
  if (review === "active") {
    return (
      <span className="text-xs text-muted" title={reviewHints.active}>
        active
      </span>
    );
  }
  const { tone, icon: Icon } = marks[review];
  return (
    <Badge tone={tone} title={reviewHints[review]}>
      <Icon aria-hidden />
      {review}
    </Badge>
  );
}
