import type { ReactNode } from "react";

/** What the columns above mean. */
export function TableNote({ children }: { children: ReactNode }) {
  return <p className="text-xs text-muted">{children}</p>;
}
