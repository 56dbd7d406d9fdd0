"use client";
import { ChevronLeft, ChevronRight } from "lucide-react";
import { IconButton } from "./icon-button.tsx";
import { Select } from "./select.tsx";

type PaginationProps = {
  /** 0-based. */
  pageIndex: number;
  pageSize: number;
  total: number;
  pageSizes?: readonly number[];
  onPageChange: (pageIndex: number) => void;
  onPageSizeChange?: (pageSize: number) => void;
};

export function Pagination(props: PaginationProps) {
  const { pageIndex, pageSize, total, pageSizes = [25, 50, 100, 200] } = props;
  const pages = Math.max(1, Math.ceil(total / pageSize));
  const first = total === 0 ? 0 : pageIndex * pageSize + 1;
  const last = Math.min(total, (pageIndex + 1) * pageSize);
  return (
    <nav aria-label="Pages" className="flex flex-wrap items-center justify-between gap-3 text-xs text-muted">
      <span>
        {first.toLocaleString("en")}-{last.toLocaleString("en")} of {total.toLocaleString("en")}
      </span>
      <div className="flex items-center gap-2">
        {props.onPageSizeChange ? (
          <Select
            aria-label="Rows per page"
            className="w-32"
            value={String(pageSize)}
            onChange={(event) => props.onPageSizeChange?.(Number(event.target.value))}
            options={pageSizes.map((size) => ({ value: String(size), label: `${size} per page` }))}
          />
        ) : null}
        <IconButton
          label="Previous page"
          disabled={pageIndex <= 0}
          onClick={() => props.onPageChange(pageIndex - 1)}
        >
          <ChevronLeft aria-hidden />
        </IconButton>
        <span>
          {pageIndex + 1} / {pages}
        </span>
        <IconButton
          label="Next page"
          disabled={pageIndex >= pages - 1}
          onClick={() => props.onPageChange(pageIndex + 1)}
        >
          <ChevronRight aria-hidden />
        </IconButton>
      </div>
    </nav>
  );
}
