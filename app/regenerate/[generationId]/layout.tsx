import type { ReactNode } from "react";
import { requireRow } from "#app/require-row.ts";

type Props = { params: Promise<{ generationId: string }>; children: ReactNode };

/** Above the skeleton of this segment: an unknown id is answered with 404. */
export default async function GenerationLayout({ params, children }: Props) {
  await requireRow("Generation", (await params).generationId);
  return children;
}
