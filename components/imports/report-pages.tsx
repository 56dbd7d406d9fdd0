import { ErrorNotice } from "#components/ui/error-notice.tsx";
import { Pagination } from "#components/ui/pagination.tsx";
import { REPORT_PAGE_SIZE } from "./use-report-page.ts";

type ReportPagesProps = {
  pageIndex: number;
  total: number;
  failure: string | null;
  turnTo: (pageIndex: number) => void;
};

/** Under a table of the report: its pages, where it has more than one. */
export function ReportPages({ pageIndex, total, failure, turnTo }: ReportPagesProps) {
  if (total <= REPORT_PAGE_SIZE) return null;
  return (
    <div className="flex flex-col gap-2 px-4 pb-3">
      {failure ? <ErrorNotice message={failure} /> : null}
      <Pagination pageIndex={pageIndex} pageSize={REPORT_PAGE_SIZE} total={total} onPageChange={turnTo} />
    </div>
  );
}
