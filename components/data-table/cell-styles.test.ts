import { describe, expect, it } from "vitest";
import { cellStyles } from "./cell-styles.ts";

const styles = (index: number, selectable: boolean, count = 6) =>
  cellStyles(undefined, { index, count, selectable }).split(" ");

describe("cellStyles", () => {
  it.each([
    [0, true, "left-0", "the boxes stay at the left"],
    [1, true, "left-8", "the first column stays beside them"],
    [0, false, "left-0", "without boxes the first column stays at the left"],
  ])("column %i (boxes: %s): %s, %s", (index, selectable, style) => {
    expect(styles(index, selectable)).toEqual(expect.arrayContaining(["sticky", style]));
  });

  it("keeps the last column at the right, but not in a narrow window", () => {
    expect(styles(5, true)).toEqual(expect.arrayContaining(["sm:sticky", "sm:right-0"]));
    expect(styles(5, true)).not.toContain("sticky");
  });

  it("lets the columns between scroll", () => {
    expect(styles(2, true)).not.toContain("sticky");
    expect(styles(1, false)).not.toContain("sticky");
  });

  it("leaves the last of two columns where it is", () => {
    expect(styles(1, false, 2)).not.toContain("sm:right-0");
  });
});
