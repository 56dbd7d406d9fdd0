import type { ReactNode } from "react";
import { requireRow } from "#app/require-row.ts";

type Props = { params: Promise<{ runId: string }>; children: ReactNode };

/** Above the skeleton of this segment: an unknown id is answered with 404. */
export default async function RunLayout({ params, children }: Props) {
  await requireRow("Run", (await params).runId);
  return children;
}
