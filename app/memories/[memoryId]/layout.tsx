import type { ReactNode } from "react";
import { requireRow } from "#app/require-row.ts";

type Props = { params: Promise<{ memoryId: string }>; children: ReactNode };

/** Above the skeleton of this segment: an unknown id is answered with 404. */
export default async function MemoryLayout({ params, children }: Props) {
  await requireRow("Memory", (await params).memoryId);
  return children;
}
