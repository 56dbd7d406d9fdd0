import { cn } from "./class-names.ts";
import { formatDuration } from "./duration.ts";

type ProgressProps = {
  label: string;
  /** Part done, 0 to 1; null while that is unknown. */
  share: number | null;
  /** What is being done now. */
  stage?: string | null | undefined;
  remainingMs?: number | null;
  className?: string;
};

export function Progress({ label, share, stage, remainingMs, className }: ProgressProps) {
  const percent = share === null ? null : Math.round(Math.min(1, Math.max(0, share)) * 100);
  return (
    <div data-slot="progress" className={cn("flex flex-col gap-1", className)}>
      <div className="flex flex-wrap justify-between gap-x-3 text-xs">
        <span className="font-medium">{label}</span>
        <span className="text-muted">
          {stage ? `${stage} · ` : ""}
          {percent === null ? "waiting" : `${percent}%`}
          {remainingMs == null ? "" : ` · about ${formatDuration(remainingMs)} left`}
        </span>
      </div>
      <div
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={100}
        {...(percent === null ? {} : { "aria-valuenow": percent })}
        aria-valuetext={percent === null ? "waiting" : `${percent} percent${stage ? `, ${stage}` : ""}`}
        className="h-2 overflow-hidden rounded-full border border-line-strong/60 bg-sunken"
      >
        <div
          className={cn("h-full bg-accent transition-[width]", percent === null && "w-1/4 animate-pulse")}
          style={percent === null ? undefined : { width: `${percent}%` }}
        />
      </div>
    </div>
  );
}
