/** A cosine similarity as number and bar; below 0 the bar is empty. */
export function SimilarityBar({ similarity }: { similarity: number | null }) {
  if (similarity === null) return <span className="text-muted">no vector</span>;
  return (
    <span className="inline-flex items-center gap-2 whitespace-nowrap">
      <span
        aria-hidden
        className="h-1.5 w-14 overflow-hidden rounded-full bg-sunken ring-1 ring-line-strong/50"
      >
        <span
          className="block h-full bg-accent"
          style={{ width: `${Math.max(0, Math.min(1, similarity)) * 100}%` }}
        />
      </span>
      {similarity.toFixed(3)}
    </span>
  );
}
