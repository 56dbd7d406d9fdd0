import type { KeyboardEvent, RefObject } from "react";

const steps: Record<string, readonly [row: number, column: number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  k: [-1, 0],
  j: [1, 0],
  h: [0, -1],
  l: [0, 1],
};

/**
 * Arrow keys, or h, j, k and l, move the focus between cells marked with `data-cell="row:column"`; empty places are skipped
 * to the next cell of the same direction.
 * @param reveal brings a row that is not drawn into view
 */
export function useGridKeys(
  ref: RefObject<HTMLElement | null>,
  size: { rows: number; columns: number },
  reveal: (row: number) => void = () => undefined,
) {
  return (event: KeyboardEvent) => {
    const step = steps[event.key];
    const at = (event.target as HTMLElement).closest<HTMLElement>("[data-cell]")?.dataset["cell"];
    if (!step || !at || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const [row = 0, column = 0] = at.split(":").map(Number);
    const cellAt = (y: number, x: number) =>
      ref.current?.querySelector<HTMLElement>(`[data-cell="${y}:${x}"]`) ?? null;
    let [y, x] = [row + step[0], column + step[1]];
    while (y >= 0 && y < size.rows && x >= 0 && x < size.columns) {
      const cell = cellAt(y, x);
      if (cell) return cell.focus();
      if (step[0] !== 0) {
        reveal(y);
        const [toRow, toColumn] = [y, x];
        requestAnimationFrame(() => cellAt(toRow, toColumn)?.focus());
        return;
      }
      y += step[0];
      x += step[1];
    }
  };
}
