import { expect, it } from "vitest";
import { writeByBisection } from "./write-by-bisection.ts";

class Fault extends Error {}
const isFault = (error: unknown) => error instanceof Fault;

async function written(items: readonly number[], bad: readonly number[]) {
  const kept: number[] = [];
  const refused: number[] = [];
  let calls = 0;
  const write = async (part: readonly number[]) => {
    calls += 1;
    if (part.some((item) => bad.includes(item))) throw new Fault();
    kept.push(...part);
  };
  await writeByBisection(items, write, isFault, (item) => void refused.push(item));
  return { kept, refused, calls };
}

const hundred = Array.from({ length: 100 }, (_, index) => index);

it("writes all but the ones that can't be written, in order", async () => {
  const { kept, refused, calls } = await written(hundred, [0, 57, 99]);
  expect(refused).toEqual([0, 57, 99]);
  expect(kept).toEqual(hundred.filter((item) => ![0, 57, 99].includes(item)));
  expect(calls).toBeLessThan(50);
});

it("writes at once what has no fault", async () => {
  expect(await written(hundred, [])).toMatchObject({ refused: [], calls: 1 });
});

it("throws on what is no fault of an item", async () => {
  const gone = async () => {
    throw new Error("The server is gone.");
  };
  await expect(writeByBisection([1, 2], gone, isFault, () => {})).rejects.toThrow("server is gone");
});
