import Link from "next/link";
import type { ReactNode } from "react";
import { formatDifference, formatExpected, formatPercent, formatRepeatNoise } from "#lib/transfer/format.ts";
import type { Comparison } from "#lib/transfer/schema.ts";
import type { TasksHref } from "./comparison-strip.tsx";

type Props = { comparison: Comparison; href: TasksHref };

/** The numbers of a comparison, each beside what it is to be read against; counts lead to their tasks. */
export function ComparisonFigures({ comparison, href }: Props) {
  const { gained, kept, never, pairs, errored, evidence, noise, micro } = comparison;
  return (
    <ul className="flex flex-wrap justify-between gap-x-4 gap-y-1">
      <Figure count={gained} name="gained" href={href("gained", null)}>
        {errored.gained > 0 ? `${errored.gained} with errors` : share(gained, pairs)}
      </Figure>
      <Figure count={comparison.lost} name="lost" href={href("lost", null)}>
        {againstChance(comparison)}
      </Figure>
      <Figure count={evidence.supported} name="supported" href={href("lost", "supported")}>
        {noise.expectedSupported === null
          ? "beyond chance"
          : `by chance about ${noise.expectedSupported.toFixed(1)}`}
      </Figure>
      <Figure count={kept} name="kept" href={href("kept", null)}>
        {share(kept, pairs)}
      </Figure>
      <Figure count={never} name="never" href={href("never", null)}>
        {share(never, pairs)}
      </Figure>
      <li className="flex flex-col">
        <span className="text-base leading-6 font-semibold whitespace-nowrap">
          {formatDifference(micro["1"] ?? { delta: null, ci: null })}
        </span>
        <span className="text-xs text-muted">pass@1, points{repeats(comparison)}</span>
      </li>
    </ul>
  );
}

type FigureProps = { count: number; name: string; href: string; children: ReactNode };

/** A count that leads to its tasks; nothing to lead to at 0. */
function Figure({ count, name, href, children }: FigureProps) {
  const words = (
    <>
      <span className="text-base font-semibold">{count.toLocaleString("en")}</span> {name}
    </>
  );
  return (
    <li className="flex flex-col">
      {count === 0 ? (
        <span className="leading-6">{words}</span>
      ) : (
        <Link className="link self-start leading-6" href={href} scroll={false}>
          {words}
        </Link>
      )}
      <span className="text-xs text-muted">{children}</span>
    </li>
  );
}

/** What two repeats of one configuration would differ by. */
function repeats({ repeatNoise }: Comparison): string {
  return repeatNoise === null ? "" : `; repeats ${formatRepeatNoise(repeatNoise)}`;
}

function share(count: number, of: number): string {
  return `${formatPercent(count / of)} of ${of}`;
}

/** What chance alone would lose, beside the losses that it speaks of: those without errored attempts. */
function againstChance({ lost, errored, noise: { expectedLost, expectedLostInterval } }: Comparison): string {
  const clear = errored.lost > 0 ? `${lost - errored.lost} without errors; ` : "";
  if (expectedLost === null || expectedLostInterval === null) return `${clear}chance unknown`;
  return `${clear}by chance ${formatExpected(expectedLost, expectedLostInterval)}`;
}
