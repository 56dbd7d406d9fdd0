import { clusteredError } from "#lib/metrics/clustered-error.ts";
import { signFlipTest } from "#lib/metrics/sign-flip-test.ts";
import { repeatNoise } from "./repeat-noise.ts";
import { repositoryOf } from "./repository-of.ts";
import type { PairedTask, RateStatistics } from "./schema.ts";

/** Test, reach, noise between repeats and clustered error of the tasks' differences of pass rates. @param level of the interval */
export function rateStatistics(tasks: readonly PairedTask[], level: number): RateStatistics {
  const effects = tasks.map((task) => task.effect);
  const test = signFlipTest(effects);
  const least = test.leastSignificant;
  return {
    test,
    smallestEffect: least === null ? null : { net: least * tasks.length, share: least },
    repeatNoise: repeatNoise(tasks),
    clustered: clusterTasks(tasks, effects, level),
  };
}

/** A task whose name tells no repository stands for itself; where none does, there is nothing to cluster. */
function clusterTasks(tasks: readonly PairedTask[], effects: readonly number[], level: number) {
  const repositories = tasks.map((task) => repositoryOf(task.taskName));
  if (repositories.every((each) => each === null)) return null;
  const clusters = tasks.map((task, i) => repositories[i] ?? `${task.benchmark} ${task.taskName}`);
  const clustered = clusteredError(effects, clusters, { level });
  return "value" in clustered ? clustered.value : null;
}
