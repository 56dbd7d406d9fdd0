import { z } from "zod";
import type { Db } from "#lib/db/client.ts";
import { plainTextOf, type TypedContent } from "./content.ts";

/**
 * Which text of each type is embedded. The defaults are those of Memory Transfer Learning's code
 * (arXiv 2604.14004): trajectory by task, workflow by goal, summary by task summary, insight by title.
 */
export const embeddedTextSetting = z.object({
  trajectory: z.enum(["task", "content"]).default("task"),
  workflow: z.enum(["goal", "task", "content"]).default("goal"),
  summary: z.enum(["taskSummary", "task", "content"]).default("taskSummary"),
  insight: z.enum(["title", "task", "content"]).default("title"),
});
export type EmbeddedTextSetting = z.infer<typeof embeddedTextSetting>;

export const defaultEmbeddedText: EmbeddedTextSetting = embeddedTextSetting.parse({});
export const embeddedTextKey = "embedding.text";

/** The setting as stored, or the default. */
export async function getEmbeddedTextSetting(db: Db): Promise<EmbeddedTextSetting> {
  const row = await db.setting.findUnique({ where: { key: embeddedTextKey } });
  return row ? embeddedTextSetting.parse(row.value) : defaultEmbeddedText;
}

/** The text of a memory that is embedded under a setting. */
export function embeddedTextOf(memory: TypedContent, task: string, setting: EmbeddedTextSetting): string {
  const field = setting[memory.type];
  if (field === "task") return task;
  if (field === "content") return plainTextOf(memory);
  switch (memory.type) {
    case "trajectory":
      return task;
    case "workflow":
      return memory.content.goal;
    case "summary":
      return memory.content.taskSummary;
    case "insight":
      return memory.content.title;
  }
}
