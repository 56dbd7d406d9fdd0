import { describeValidityEnd } from "#lib/memories/validity-day.ts";
import type { ExportedMemory } from "./schema.ts";

/** A document to read or to hand to an agent: one section a memory. */
export async function* encodeMarkdown(memories: AsyncIterable<ExportedMemory>): AsyncGenerator<string> {
  yield "# Memories\n";
  for await (const memory of memories) yield `\n${sectionOf(memory)}`;
}

function sectionOf(memory: ExportedMemory): string {
  const { type, benchmark, taskName, outcome, lifecycle, validUntil, tags } = memory;
  const facts = [
    `${type} from ${inline(benchmark)}${taskName ? `, task ${inline(taskName)}` : ""}`,
    `source trial ${outcome}`,
    lifecycle,
    ...(validUntil ? [`valid until ${describeValidityEnd(validUntil)}`] : []),
    ...(tags.length > 0 ? [`tags ${tags.map(inline).join(", ")}`] : []),
  ];
  return `## ${inline(memory.title)}\n\n*${facts.join(" · ")}*\n\n${bodyOf(memory)}\n`;
}

function bodyOf({ type, content, text }: ExportedMemory): string {
  switch (type) {
    case "insight":
      return `${paragraph(content["description"])}\n\n${paragraph(content["content"])}`;
    case "workflow":
      return (content["steps"] as string[])
        .map((step, index) => `${index + 1}. ${paragraph(step).replaceAll("\n", "\n   ")}`)
        .join("\n");
    case "summary":
      return paragraph(content["experience"]);
    case "trajectory":
      return fenced(text);
  }
}

/** Text on one line, with what Markdown or HTML would read as markup escaped. */
function inline(text: string): string {
  return text.replace(/\s+/g, " ").replace(/[\\`*_[\]<>#|]/g, (mark) => `\\${mark}`);
}

/** Text as it is, except that no line can start a heading, a fence or HTML. */
function paragraph(value: unknown): string {
  return String(value)
    .replaceAll("<", "\\<")
    .replace(/^(\s*)(#{1,6}\s|```|~~~|---)/gm, "$1\\$2");
}

/** A code block whose fence is longer than any run of backticks inside. */
function fenced(text: string): string {
  let longest = 2;
  for (const [run] of text.matchAll(/`+/g)) longest = Math.max(longest, run.length);
  const fence = "`".repeat(longest + 1);
  return `${fence}\n${text}\n${fence}`;
}
