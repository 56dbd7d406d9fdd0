import { cn } from "#components/ui/class-names.ts";
import { benchmarkStyle } from "./benchmark-palette.ts";
import { Mark } from "./mark.tsx";

/** A benchmark by color, shape and name: the same pair on every page. */
export function BenchmarkMark({ name, className }: { name: string; className?: string }) {
  return (
    <span
      data-slot="benchmark-mark"
      className={cn("inline-flex max-w-full items-center gap-1.5 whitespace-nowrap", className)}
    >
      <Mark {...benchmarkStyle(name)} />
      <span className="truncate" title={name}>
        {name}
      </span>
    </span>
  );
}
