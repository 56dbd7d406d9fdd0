import { expect, it, vi } from "vitest";
import { answerByState, type StateHeaders } from "./answer-by-state.ts";

const ask = (etag?: string) =>
  new Request("http://127.0.0.1/", etag === undefined ? {} : { headers: { "if-none-match": etag } });

it.each<[string | undefined, number, string]>([
  [undefined, 200, "nothing is kept yet"],
  ['"before"', 200, "something older is kept"],
  ['"now"', 304, "it is kept already"],
])("answers a browser that has %s by %i: %s", async (etag, status, _why) => {
  const make = vi.fn(async (headers: StateHeaders) => new Response("all of it", { headers }));
  const answer = await answerByState(ask(etag), "now", make);
  expect(answer.status).toBe(status);
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    etag: '"now"',
    "cache-control": "private, no-cache",
  });
  expect(make).toHaveBeenCalledTimes(status === 304 ? 0 : 1);
  expect(await answer.text()).toBe(status === 304 ? "" : "all of it");
});
