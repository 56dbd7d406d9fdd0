import type { ReactNode } from "react";
import { requireRow } from "#app/require-row.ts";

type Props = { params: Promise<{ jobId: string }>; children: ReactNode };

/** Above the skeleton of this segment: an unknown id is answered with 404. */
export default async function JobLayout({ params, children }: Props) {
  await requireRow("Job", (await params).jobId);
  return children;
}
