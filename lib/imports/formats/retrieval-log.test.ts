import { describe, expect, it } from "vitest";
import { seededRandom } from "#lib/shared/random.ts";
import { parseContent } from "#lib/testing/parse-source.ts";

const query = (text: string) => `<retrieval_query>${text}</retrieval_query>`;
const items = (list: unknown) => `<memory_items>${JSON.stringify(list)}</memory_items>`;
const memory = (title: string) => ({ insight: { title } });

/** The retrieved items that a log tells of. */
async function retrieved(log: string) {
  const { records } = await parseContent("log.txt", log);
  return records.flatMap((record) => (record.kind === "retrieval" ? record.items : []));
}

describe("what was shown", () => {
  it.each([
    ["its score", { score: 0.5, memory: memory("a") }, 0.5],
    ["its similarity where it has no score", { similarity: 0.25, memory: memory("a") }, 0.25],
    ["a score of 0 before its similarity", { score: 0, similarity: 1, memory: memory("a") }, 0],
    ["a score below 0", { score: -0.5, memory: memory("a") }, -0.5],
    ["none, where the score is a text", { score: "0.5", memory: memory("a") }, null],
    ["none, where it has none", { memory: memory("a") }, null],
  ])("takes for a memory's similarity %s", async (_what, item, similarity) => {
    expect(await retrieved(items([item]))).toMatchObject([{ similarity, shown: memory("a") }]);
  });

  it("reads an item that is the memory itself, without its vectors", async () => {
    const item = { ...memory("a"), task: "t", embedding: [1], key_embedding: [2] };
    expect(await retrieved(items([item]))).toEqual([
      { rank: 1, similarity: null, query: "", shown: { ...memory("a"), task: "t" } },
    ]);
  });

  it("keeps a memory shown twice twice: each was shown", async () => {
    const shown = await retrieved(items([memory("a")]) + items([memory("a")]));
    expect(shown.map(({ rank }) => rank)).toEqual([1, 2]);
  });

  it("joins a block to the query before it, trimmed, and not to one after it", async () => {
    const log = items([memory("a")]) + query("\n né 🙂 \n") + items([memory("b")]) + query("later");
    expect((await retrieved(log)).map((item) => item.query)).toEqual(["", "né 🙂"]);
  });

  it("reads no block inside another: a memory may speak of them", async () => {
    const spoken = memory("<retrieval_query>x</retrieval_query> <memory_items>");
    const { records } = await parseContent("log.txt", query("q") + items([spoken]) + items([memory("b")]));
    expect(records).toMatchObject([
      {
        kind: "retrieval",
        items: [
          { query: "q", shown: spoken },
          { query: "q", shown: memory("b") },
        ],
      },
    ]);
  });

  it("reads a log with Windows line ends", async () => {
    const log = `a\r\n${query("q")}\r\n<memory_items>[\r\n${JSON.stringify(memory("a"))}\r\n]</memory_items>\r\n`;
    expect(await retrieved(log)).toMatchObject([{ query: "q", shown: memory("a") }]);
  });
});

describe("what was not", () => {
  it.each([
    ["only a query", query("q")],
    ["an empty list", items([])],
  ])("gives no record and no problem for %s", async (_what, log) => {
    const { format, records } = await parseContent("log.txt", log);
    expect([format, records]).toEqual(["mtl-retrieval-log", []]);
  });

  it.each([
    ["no JSON", "<memory_items>nothing found</memory_items>", "not valid JSON"],
    ["nothing", "<memory_items></memory_items>", "not valid JSON"],
    ["an object", items({}), "Expected a list"],
    ["null", items(null), "Expected a list"],
  ])("names the line of a block with %s, and reads the others", async (_what, block, reason) => {
    const { records } = await parseContent("log.txt", `one\n\n${block}\n${items([memory("a")])}`);
    expect(records).toMatchObject([
      { kind: "problem", line: 3, rejects: "retrievals", reason: expect.stringContaining(reason) },
      { kind: "retrieval", items: [{ rank: 1, shown: memory("a") }] },
    ]);
  });

  it("tells that a number was none, and reads the memory without it", async () => {
    const { records } = await parseContent(
      "log.txt",
      '\n<memory_items>[{"score": NaN, "x": 1}]</memory_items>',
    );
    expect(records).toMatchObject([
      { kind: "problem", line: 2, rejects: null, reason: expect.stringContaining("NaN") },
      { kind: "retrieval", items: [{ similarity: null, shown: { x: 1 } }] },
    ]);
  });

  it("tells of bytes that are no text, and reads the rest", async () => {
    const log = Buffer.concat([Buffer.from([0x61, 0xff, 0x0a]), Buffer.from(items([memory("a")]))]);
    const { records } = await parseContent("log.txt", log);
    expect(records).toMatchObject([
      { kind: "problem", reason: expect.stringContaining("UTF-8") },
      { kind: "retrieval" },
    ]);
  });
});

it("agrees with the log that was written, whatever stands between the blocks", async () => {
  const random = seededRandom(7);
  const below = (limit: number) => Math.floor(random() * limit);
  for (let round = 0; round < 25; round += 1) {
    const expected: unknown[] = [];
    let log = query("start");
    let asked = "start";
    for (let part = 0; part < 8; part += 1) {
      const kind = below(3);
      if (kind === 0) log += `noise ${"line <b>\n".repeat(below(4))}`;
      else if (kind === 1) {
        asked = `q${below(100)}`;
        log += query(asked);
      } else {
        const list = Array.from({ length: below(4) }, () => ({
          score: random(),
          memory: memory(`m${below(9)}`),
        }));
        log += items(list);
        for (const item of list)
          expected.push({
            rank: expected.length + 1,
            similarity: item.score,
            query: asked,
            shown: item.memory,
          });
      }
    }
    expect(await retrieved(log)).toEqual(expected);
  }
});
