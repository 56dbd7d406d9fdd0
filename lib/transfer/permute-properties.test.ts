import { expect, it } from "vitest";
import { permuteAttempts } from "./permute-attempts.ts";
import { tallyAttempts } from "./tally-attempts.ts";
import { trialsOf } from "./testing.ts";

const tally = (attempts: string) => tallyAttempts(trialsOf({ t: attempts }), { k: 3, excludeErrored: false });
const results = ["p", "f", "pp", "pf", "fp", "ff", "ppp", "ppf", "fpf", "fff", "pfff", "fppp", "ffffp"];

/** Every way to deal the passes to the attempts of both sides, counted one by one. */
function dealAll(base: string, candidate: string, compared: number): { p: number; lost: number } {
  const places = base.length + candidate.length;
  const passes = [...base, ...candidate].filter((letter) => letter === "p").length;
  const own = [...candidate].filter((letter) => letter === "p").length;
  const count = { all: 0, asRare: 0, lost: 0 };
  for (let deal = 0; deal < 2 ** places; deal++) {
    const isPass = (place: number) => Math.floor(deal / 2 ** place) % 2 === 1;
    const dealt = Array.from({ length: places }, (_, place) => isPass(place));
    if (dealt.filter(Boolean).length !== passes) continue;
    const [bases, its] = [dealt.slice(0, base.length), dealt.slice(base.length)];
    count.all += 1;
    if (its.filter(Boolean).length <= own) count.asRare += 1;
    if (bases.slice(0, compared).some(Boolean) && !its.slice(0, compared).some(Boolean)) count.lost += 1;
  }
  return { p: count.asRare / count.all, lost: count.lost / count.all };
}

it("agrees with counting every deal one by one", () => {
  for (const base of results)
    for (const candidate of results) {
      const compared = Math.min(3, base.length, candidate.length);
      const deal = permuteAttempts(tally(base), tally(candidate), compared);
      const counted = dealAll(base, candidate, compared);
      expect(deal.p, `${base} ${candidate}`).toBeCloseTo(counted.p, 10);
      expect(deal.lost, `${base} ${candidate}`).toBeCloseTo(counted.lost, 10);
    }
});

it("lists losses from the rarest to the commonest, with chances that sum to that of any loss", () => {
  for (const base of results)
    for (const candidate of results) {
      const { losses, lost } = permuteAttempts(tally(base), tally(candidate), 1);
      const ps = losses.map(({ p }) => p);
      expect(ps).toEqual(ps.toSorted((a, b) => a - b));
      expect(losses.every(({ p, chance }) => chance > 0 && p <= 1 && p >= chance - 1e-12)).toBe(true);
      expect(losses.reduce((sum, { chance }) => sum + chance, 0)).toBeCloseTo(lost, 12);
      expect(lost).toBeLessThanOrEqual(1);
    }
});

it("finds a candidate that passes more often less remarkable", () => {
  for (const base of results) {
    const ps = ["ffff", "pfff", "ppff", "pppf", "pppp"].map((candidate) =>
      Number(permuteAttempts(tally(base), tally(candidate), 1).p.toFixed(12)),
    );
    expect(ps.at(-1)).toBe(1);
    expect(ps).toEqual(ps.toSorted((a, b) => a - b));
  }
});

it("makes nothing of attempts that did not run to their end", () => {
  for (const base of results) {
    const deal = permuteAttempts(tally(base), tally("f"), 1);
    expect(permuteAttempts(tally(base), tally("fm"), 1)).toEqual(deal);
    expect(permuteAttempts(tally(base), tally("fe"), 1)).toEqual(deal);
  }
});
