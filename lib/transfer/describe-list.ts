import type { TaskList } from "./search-params.ts";

type Filter = Pick<TaskList, "outcome" | "evidence" | "benchmark" | "q">;

/** Which tasks a list holds, to be said after a count: "lost with Skip the tests", "tasks in SWE-bench Verified". */
export function describeList(
  { outcome, evidence, benchmark, q }: Filter,
  memoryTitle: string | null = null,
): string {
  const errored = evidence === "errored";
  const words = [
    errored ? null : evidence,
    outcome ?? (evidence && !errored ? "lost" : "tasks"),
    errored ? "on errored attempts" : null,
    benchmark ? `in ${benchmark}` : null,
    memoryTitle === null ? null : `with ${memoryTitle}`,
    q.trim() === "" ? null : `matching \u201c${q.trim()}\u201d`,
  ];
  return words.filter((word) => word !== null).join(" ");
}
