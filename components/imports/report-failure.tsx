import { ErrorNotice } from "#components/ui/error-notice.tsx";

/** Under a table of the report: why its next page did not come. */
export function ReportFailure({ message }: { message: string | null }) {
  return message ? <ErrorNotice className="mx-4 mb-3" message={message} /> : null;
}
