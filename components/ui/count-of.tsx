import { cn } from "./class-names.ts";
import { formatShare } from "./format-share.ts";

type CountOfProps = { count: number; of: number; digits?: number; className?: string };

/** A share with its k/n beside it: `62.5 % (5/8)`; a dash when n is 0, for that is no share. */
export function CountOf({ count, of, digits = 1, className }: CountOfProps) {
  return (
    <span data-slot="count-of" className={cn("whitespace-nowrap", className)}>
      {formatShare(count, of, digits)}{" "}
      <span className="text-muted">
        ({count}/{of})
      </span>
    </span>
  );
}
