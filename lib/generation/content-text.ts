import type { TypedContent } from "#lib/memories/content.ts";

/** A content as labeled lines: what a draft is compared by. */
export function contentText(memory: TypedContent): string {
  switch (memory.type) {
    case "trajectory":
      return memory.content.steps
        .map(({ action, observation }, index) => `Step ${index + 1}\n$ ${action}\n${observation}`)
        .join("\n\n");
    case "workflow":
      return ["Goal", memory.content.goal, "", "Steps", ...memory.content.steps].join("\n");
    case "summary":
      return ["Task summary", memory.content.taskSummary, "", "Experience", memory.content.experience].join(
        "\n",
      );
    case "insight": {
      const { title, description, content } = memory.content;
      return ["Title", title, "", "Description", description, "", "Content", content].join("\n");
    }
  }
}
