import { sha256 } from "#lib/shared/hash.ts";

/** What the testing server's model says: JSON of the shape that the request names. */
export function testingAnswer(body: Record<string, unknown>, prompt: string): string {
  const failed = /attempt failed/i.test(prompt);
  const name = schemaNameOf(body) ?? /"(goal|task_summary|memories|title)"/.exec(prompt)?.[1];
  switch (name) {
    case "workflow":
    case "goal":
      return JSON.stringify({
        goal: failed
          ? "Avoid patching before reproducing the fault"
          : "Reproduce, patch, then run the whole suite",
        workflow: ["ls -la", "grep -rn 'TODO' src", "npm test"],
      });
    case "summary":
    case "task_summary":
      return JSON.stringify({
        task_summary: "A failing command had to be made to pass in a small repository.",
        experience_summary: `The agent listed the files, edited one and ran the tests. It ${failed ? "failed, because it never read the test's message" : "succeeded, because it read the test's message first"}.`,
      });
    case "query_texts":
      return JSON.stringify({
        plan: "Reproduce the failing command, read its message, change one thing and run it again.",
        goal: "The failing command passes.",
      });
    case "memory_choice":
    case "memories":
      return JSON.stringify({ memories: chosen(prompt) });
    default:
      return JSON.stringify({
        title: failed ? "Do not trust an edit that nothing has run" : "Let the failing check lead the edit",
        description: "Run the check before and after a change.",
        content: `Run the narrowest check that fails, change one thing, and run it again. (${sha256(prompt).slice(0, 6)})`,
      });
  }
}

/** The last candidates first, so that a test can tell a choice from the order it was given. */
function chosen(prompt: string): { memory_index: number; memory: string }[] {
  const numbers = [...prompt.matchAll(/^### Candidate (\d+)/gm)].map((match) => Number(match[1]));
  return numbers
    .reverse()
    .slice(0, 3)
    .map((index) => ({ memory_index: index, memory: `Reworded for this task: candidate ${index}.` }));
}

function schemaNameOf(body: Record<string, unknown>): string | undefined {
  const format = body["response_format"] as { json_schema?: { name?: string } } | undefined;
  return format?.json_schema?.name;
}

/** 64 numbers of length 1 from the words of a text: texts that share words are close. */
export function testingVector(text: string): number[] {
  const sum = new Array<number>(64).fill(0);
  for (const word of text.toLowerCase().match(/\w+/g) ?? ["none"]) {
    const slot = Number.parseInt(sha256(word).slice(0, 8), 16) % 64;
    sum[slot] = (sum[slot] ?? 0) + 1;
  }
  const length = Math.hypot(...sum);
  return sum.map((value) => value / length);
}
