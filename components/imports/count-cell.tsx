/** A count; none is there, but muted. */
export function CountCell({ count }: { count: number }) {
  return <span className={count === 0 ? "text-muted" : undefined}>{count.toLocaleString("en")}</span>;
}
