import { median } from "simple-statistics";
export type BenchArea =
  | "start"
  | "table"
  | "import"
  | "import-outputs"
  | "map"
  | "map-browser"
  | "map-page"
  | "while-mapping"
  | "metrics"
  | "retrieval"
  | "compare"
  | "matrix"
  | "attribution"
  | "calibration";

export type BenchContext = { log: (line: string) => void; signal: AbortSignal };

/** One measurement. */
export type BenchRow = {
  name: string;
  /** How many things were worked on: memories, vectors, tasks. */
  n: number;
  /** Median wall-clock time of one go; null where something else is measured (see `note`). */
  seconds: number | null;
  /** Time of this row as a multiple of a peer's: below 1 is faster than the peer. */
  ratioTo?: Record<string, number>;
  /** A rate, a coverage or an estimate found by simulation, and what it should be. */
  measured?: number;
  nominal?: string;
  /** Resident memory, where that is what was measured. */
  megabytes?: number;
  note?: string;
};

/**
 * Median time of some goes in seconds, after one that is not counted.
 * @param goes more for what is short
 */
export async function medianSeconds(work: () => unknown, goes = 5): Promise<number> {
  await work();
  const times: number[] = [];
  for (let go = 0; go < goes; go++) {
    const started = performance.now();
    await work();
    times.push((performance.now() - started) / 1000);
  }
  return median(times);
}

/** A row and its peer's, the first with the ratio to the second. */
export function besidePeer(ours: BenchRow, peer: BenchRow): BenchRow[] {
  const ratio = (ours.seconds ?? Number.NaN) / (peer.seconds ?? Number.NaN);
  return [{ ...ours, ratioTo: { ...ours.ratioTo, [peer.name]: ratio } }, peer];
}
