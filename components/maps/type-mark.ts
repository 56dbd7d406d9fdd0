import type { ThemedColor } from "#components/charts/benchmark-palette.ts";
import { benchmarkColors } from "#components/charts/benchmark-palette.ts";
import type { ProjectedType } from "#lib/maps/schema.ts";
import { memoryTypes } from "#lib/memories/content.ts";

const shapes = ["triangle", "square", "diamond", "circle"] as const;

export type TypeMark = { color: ThemedColor; shape: (typeof shapes)[number] | "cross" };

/** What belongs to no type, or to all of them. */
const plain: TypeMark = { color: { light: "#6b6b6b", dark: "#bdbdbd" }, shape: "cross" };

/** Color and shape of a memory type in maps and charts. */
export function typeMark(type: string): TypeMark {
  const index = (memoryTypes as readonly string[]).indexOf(type);
  const [color, shape] = [benchmarkColors[index], shapes[index]];
  return color && shape ? { color, shape } : plain;
}

export function typeName(type: ProjectedType): string {
  return type === "all" ? "all together" : type;
}
