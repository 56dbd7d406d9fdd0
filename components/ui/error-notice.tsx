import type { ReactNode } from "react";
import { Callout } from "./callout.tsx";

type ErrorNoticeProps = {
  title?: string;
  /** A sentence that says what to do; a failure's `message` is one. */
  message: ReactNode;
  /** Retry buttons or links. */
  actions?: ReactNode;
  className?: string;
};

/** An expected failure, said aloud. A failed query is shown as this, never as "no rows". */
export function ErrorNotice({
  title = "Something went wrong",
  message,
  actions,
  className,
}: ErrorNoticeProps) {
  return (
    <div role="alert">
      <Callout tone="bad" title={title} actions={actions} {...(className ? { className } : {})}>
        <p>{message}</p>
      </Callout>
    </div>
  );
}
