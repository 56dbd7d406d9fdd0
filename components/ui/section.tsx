import { type ReactNode, useId } from "react";

type SectionProps = {
  title: ReactNode;
  /** One sentence under the title. */
  description?: ReactNode;
  children: ReactNode;
};

/** A titled part of a page without a frame: for lists that bring their own. */
export function Section({ title, description, children }: SectionProps) {
  const titleId = useId();
  return (
    <section aria-labelledby={titleId} className="flex min-w-0 flex-col gap-2">
      <header className="flex flex-wrap items-baseline gap-x-3">
        <h2 id={titleId} className="text-sm font-semibold">
          {title}
        </h2>
        {description ? <p className="text-xs text-muted">{description}</p> : null}
      </header>
      {children}
    </section>
  );
}
