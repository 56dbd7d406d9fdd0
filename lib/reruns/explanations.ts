/** A reason for which a task may have been lost: which subsets of the memories lose it. */
export type Explanation = { name: "chance" | "one" | "pair"; members: number };

/** None of k memories, each alone, and each two that only together lose the task. `members` as bits. */
export function listExplanations(memories: number): Explanation[] {
  const found: Explanation[] = [{ name: "chance", members: 0 }];
  for (let i = 0; i < memories; i++) found.push({ name: "one", members: 1 << i });
  for (let i = 0; i < memories; i++)
    for (let j = i + 1; j < memories; j++) found.push({ name: "pair", members: (1 << i) | (1 << j) });
  return found;
}

/** Whether a subset loses the task if the explanation is true. */
export function losesWith({ members }: Explanation, subset: number): boolean {
  return members !== 0 && (subset & members) === members;
}
