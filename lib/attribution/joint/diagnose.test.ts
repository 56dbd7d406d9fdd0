import { expect, it } from "vitest";
import { splitDiagnostics } from "./diagnose.ts";
import { seededDraw } from "./draw.ts";

/** Four chains of 1,000 draws, each of which keeps so much of the one before it. */
function chains(kept: number, apart = 0): Float64Array {
  const { normal } = seededDraw(1);
  let last = 0;
  return Float64Array.from({ length: 4000 }, (_, i) => {
    last = kept * last + normal();
    return last + apart * Math.floor(i / 1000);
  });
}

it("counts independent draws in full, and those that hang together by how long they do", () => {
  const free = splitDiagnostics(chains(0), 4);
  expect(free.rHat).toBeLessThan(1.01);
  expect(free.effectiveDraws).toBeGreaterThan(3200);
  // An autoregressive chain: n (1 - 0.8) / (1 + 0.8) = 444.
  const slow = splitDiagnostics(chains(0.8), 4).effectiveDraws;
  expect(slow).toBeGreaterThan(330);
  expect(slow).toBeLessThan(560);
});

it("sees chains that disagree, and none where nothing moves", () => {
  expect(splitDiagnostics(chains(0, 1), 4).rHat).toBeGreaterThan(1.3);
  expect(splitDiagnostics(new Float64Array(4000), 4).rHat).toBe(1);
});
