import { formatPercent } from "#lib/transfer/format.ts";
import type { Comparison } from "#lib/transfer/schema.ts";

/** How much of the loss the baseline's own noise explains, and what the three words mean. */
export function NoiseSummary({ comparison }: { comparison: Comparison }) {
  const { noise, evidence, lost } = comparison;
  return (
    <div className="flex max-w-prose flex-col gap-2 text-sm">
      <p>
        Of {lost} lost tasks, <strong>{evidence.supported} supported</strong> and {evidence.suspected}{" "}
        suspected. None can be confirmed yet: that takes an ablation, a run of the same task without the
        suspected memory.
      </p>
      {noise.flipRate === null ? (
        <p>
          The baseline was not repeated, so its noise is unknown. Run it at least twice per task to tell a
          lost task from bad luck.
        </p>
      ) : (
        <p>
          Two attempts of the baseline at the same task differ with {formatPercent(noise.flipRate)} (over{" "}
          {noise.tasks} tasks with repeats). Repeating the baseline would lose about{" "}
          {noise.expectedLost?.toFixed(1)} of the tasks it solved, and {noise.expectedSupported?.toFixed(1)}{" "}
          of them would look supported.
        </p>
      )}
      <p className="text-xs text-muted">
        Supported: a repeat of the baseline would have lost the task as well with a chance of at most 5 %
        (empirical Bayes over the pass rates of the baseline&apos;s repeats). Suspected: noise explains it
        well enough.
      </p>
    </div>
  );
}
