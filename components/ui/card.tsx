import { type ComponentProps, type ReactNode, useId } from "react";
import { cn } from "./class-names.ts";

type CardProps = Omit<ComponentProps<"section">, "title"> & {
  title?: ReactNode;
  /** One sentence under the title. */
  description?: ReactNode;
  actions?: ReactNode;
  /** No inner padding: for tables that reach the edges. */
  flush?: boolean;
};

export function Card({ title, description, actions, flush, children, className, ...props }: CardProps) {
  const titleId = useId();
  return (
    <section
      data-slot="card"
      {...(title ? { "aria-labelledby": titleId } : {})}
      className={cn("flex min-w-0 flex-col rounded-lg border border-line bg-surface", className)}
      {...props}
    >
      {title ? (
        <header className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 px-4 pt-3 pb-2">
          <div className="flex min-w-0 flex-col gap-0.5">
            <h2 id={titleId} className="text-sm font-semibold">
              {title}
            </h2>
            {description ? <p className="max-w-prose text-xs text-muted">{description}</p> : null}
          </div>
          {actions ? <div className="flex flex-wrap gap-2">{actions}</div> : null}
        </header>
      ) : null}
      <div
        className={cn(
          "flex min-w-0 flex-col gap-3",
          flush
            ? "[&_:is(td,th):first-child]:pl-4 [&_:is(td,th):last-child]:pr-4 [&_caption]:px-4"
            : title
              ? "px-4 pb-4"
              : "p-4",
        )}
      >
        {children}
      </div>
    </section>
  );
}
