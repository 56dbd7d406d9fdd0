import type { ReactNode } from "react";

/** The room between header and footer of a page: every page's outermost element. */
export function PageBody({ children }: { children: ReactNode }) {
  return <div className="flex min-w-0 flex-col gap-3">{children}</div>;
}
