import type { ReactNode } from "react";
import { requireRow } from "#app/require-row.ts";

type Props = { params: Promise<{ trialId: string }>; children: ReactNode };

/** Above the skeleton of this segment: an unknown id is answered with 404. */
export default async function TrialLayout({ params, children }: Props) {
  await requireRow("Trial", (await params).trialId);
  return children;
}
