// What is assumed before any data, on the probit scale: 1 = one standard deviation of an attempt's luck. Where many
// values share a distribution (tasks, benchmarks, memories), its width is learned from the data.

/** Mean and standard deviation of the baseline's level, and of what the run as a whole changes. */
export const LEVEL_SD = 2;
export const ARM_SD = 1;

/** Shape and scale of the inverse gamma distributions that variances have. */
export const VARIANCE_PRIOR = {
  /** Of tasks within a benchmark, of what the run changes at single tasks. */
  task: [1, 0.5],
  shift: [1, 0.05],
  /** Of benchmarks' levels, of what the run changes at single benchmarks. */
  benchmark: [1, 0.1],
  benchmarkShift: [1, 0.05],
} as const;

/** What a run changes at single tasks has the tails of Student's t with as many degrees of freedom. */
export const SHIFT_FREEDOM = 4;

/** One component of the mixture of normal distributions that effects of memories come from. */
type Component = {
  sd: number;
  /** Its weight before any data, as a number of memories. */
  weight: number;
  /** Whether it stands for the ordinary difference between memories, which names nobody. */
  isOrdinary: boolean;
};

const ordinary = (sd: number, weight: number): Component => ({ sd, weight, isOrdinary: true });
const large = (sd: number, weight: number): Component => ({ sd, weight, isOrdinary: false });

export const MEMORY_PRIOR: readonly Component[] = [
  ordinary(0.05, 2),
  ordinary(0.1, 2),
  ordinary(0.2, 2),
  large(0.4, 0.5),
  large(0.8, 0.5),
  large(1.6, 0.5),
  large(3.2, 0.5),
];

/** Two memories seldom do together what neither does alone. */
export const PAIR_PRIOR: readonly Component[] = [
  ordinary(0.05, 8),
  ordinary(0.1, 4),
  ordinary(0.2, 2),
  large(0.4, 0.5),
  large(0.8, 0.5),
  large(1.6, 0.5),
];
