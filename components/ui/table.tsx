import type { ComponentProps } from "react";
import { cn } from "./class-names.ts";
import { ScrollRegion } from "./scroll-region.tsx";

/** A table that scrolls sideways in its own box, never the page. Give `label` or a <caption>. */
export function Table({ className, label, ...props }: ComponentProps<"table"> & { label?: string }) {
  return (
    <ScrollRegion label={label ?? "Table"} className="relative w-full overflow-x-auto">
      <table
        data-slot="table"
        {...(label ? { "aria-label": label } : {})}
        className={cn("w-full border-collapse text-sm", className)}
        {...props}
      />
    </ScrollRegion>
  );
}

export function TableHead({ className, ...props }: ComponentProps<"thead">) {
  return <thead className={cn("bg-sunken text-left text-xs text-muted", className)} {...props} />;
}

export function TableBody(props: ComponentProps<"tbody">) {
  return <tbody {...props} />;
}

export function TableRow({ className, ...props }: ComponentProps<"tr">) {
  return <tr className={cn("border-b border-line last:border-b-0", className)} {...props} />;
}

type CellProps = { numeric?: boolean };

export function TableHeaderCell({
  className,
  numeric,
  scope = "col",
  ...props
}: ComponentProps<"th"> & CellProps) {
  return (
    <th scope={scope} className={cn("h-8 px-3 font-medium", numeric && "text-right", className)} {...props} />
  );
}

export function TableCell({ className, numeric, ...props }: ComponentProps<"td"> & CellProps) {
  return <td className={cn("h-8 px-3 py-1 align-middle", numeric && "text-right", className)} {...props} />;
}
