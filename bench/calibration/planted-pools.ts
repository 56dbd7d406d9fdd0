import type { Matrix } from "#lib/metrics/matrix.ts";
import { seededRandom } from "#lib/shared/random.ts";

/** Pools of one kind: labels lie where they lie, and each pool draws its memories anew. */
export type PoolKind = {
  name: string;
  /** Memories of each label. */
  sizes: readonly number[];
  /** Distance of label centers from the middle, in units of a label's own spread. */
  apart: number;
  /** Groups that a label falls into; 1 = a single cloud. */
  modes?: number;
  /** Memories of one task, which lie close together. */
  perTask?: number;
};

export type PlantedPool = { matrix: Matrix; labels: string[]; tasks: string[] };

const columns = 24;
/** Memories of one task scatter by this share of a label's spread. */
const withinTask = 0.3;
const betweenModes = 3;

/** Standard normal numbers (Box-Muller). */
export function normals(random: () => number): () => number {
  return () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** One pool of a kind; the same seed gives the same pool. */
export function drawPool({ sizes, apart, modes = 1, perTask = 1 }: PoolKind, seed: number): PlantedPool {
  const step = 1 / Math.sqrt(columns);
  const place = normals(seededRandom(5));
  const scattered = (around: readonly number[], by: number, normal: () => number) =>
    around.map((value) => value + by * step * normal());
  const nowhere = new Array<number>(columns).fill(0);
  const centers = sizes.map(() => {
    const center = scattered(nowhere, apart, place);
    return Array.from({ length: modes }, () => scattered(center, modes > 1 ? betweenModes : 0, place));
  });
  const random = seededRandom(seed);
  const normal = normals(random);
  const labels: string[] = [];
  const tasks: string[] = [];
  const data = new Float64Array(sizes.reduce((sum, size) => sum + size, 0) * columns);
  sizes.forEach((size, label) => {
    let task: number[] = nowhere;
    for (let i = 0; i < size; i++) {
      const own = centers[label] ?? [];
      if (i % perTask === 0) task = scattered(own[Math.floor(random() * modes)] ?? nowhere, 1, normal);
      data.set(perTask === 1 ? task : scattered(task, withinTask, normal), labels.length * columns);
      labels.push(`label ${label}`);
      tasks.push(`${label} ${Math.floor(i / perTask)}`);
    }
  });
  return { matrix: { data, rows: labels.length, columns }, labels, tasks };
}

const alike = (labels: number, size: number) => new Array<number>(labels).fill(size);

/** From no structure to almost none of it shared, few labels to many, even and not, small and middling. */
export const poolKinds: readonly PoolKind[] = [
  ...[0, 0.5, 1].flatMap((apart): PoolKind[] => [
    { name: "2 labels of 12", sizes: alike(2, 12), apart },
    { name: "5 labels of 12", sizes: alike(5, 12), apart },
    { name: "10 labels of 12", sizes: alike(10, 12), apart },
    { name: "20 labels of 10", sizes: alike(20, 10), apart },
    { name: "2 labels of 60", sizes: alike(2, 60), apart },
    { name: "5 labels of 60", sizes: alike(5, 60), apart },
    { name: "labels of 120 to 4", sizes: [120, 60, 30, 15, 8, 4], apart },
    { name: "6 labels of 40, in three groups each", sizes: alike(6, 40), apart, modes: 3 },
    { name: "5 labels of 48, four to a task", sizes: alike(5, 48), apart, perTask: 4 },
    { name: "labels of 60 to 6, three to a task", sizes: [60, 42, 30, 21, 15, 6], apart, perTask: 3 },
  ]),
  { name: "5 labels of 60", sizes: alike(5, 60), apart: 2 },
  { name: "10 labels of 12", sizes: alike(10, 12), apart: 2 },
];
