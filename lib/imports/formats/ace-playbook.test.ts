import { describe, expect, it } from "vitest";
import { seededRandom } from "#lib/shared/random.ts";
import { parseContent } from "#lib/testing/parse-source.ts";

/** The bullets of a playbook, as what their memories hold. */
async function bulletsOf(text: string) {
  const { memories, problems } = await parseContent("playbook.txt", text);
  const bullets = memories.map(({ id, line, tags, content }) => ({ id, line, tags, ...(content as object) }));
  return { bullets, problems };
}

describe("a bullet", () => {
  it.each([
    ["alone", "[a-1] Sort it.", { id: "a-1", tags: [], content: "Sort it." }],
    [
      "with counters",
      "[a-1] helpful=3 harmful=0 :: Sort.",
      { tags: ["helpful:3", "harmful:0"], content: "Sort." },
    ],
    [
      "with one counter, which is text",
      "[a-1] helpful=3 :: Sort.",
      { tags: [], content: "helpful=3 :: Sort." },
    ],
    ["of a section of two words", "[code_and-tests-00012] Sort.", { id: "code_and-tests-00012" }],
    ["without a blank", "[a-1]Sort.", { content: "Sort." }],
    ["with brackets inside", "[a-1] Use a[0], not [b-2].", { content: "Use a[0], not [b-2]." }],
    ["outside ASCII", "[a-1] Prüfe é 🙂.", { content: "Prüfe é 🙂." }],
  ])("is read %s", async (_what, line, bullet) => {
    const { bullets, problems } = await bulletsOf(`## S\n${line}\n`);
    expect(bullets).toMatchObject([{ line: 2, description: "S", ...bullet }]);
    expect(problems).toEqual([]);
  });

  it.each(["[1-a] x", "[a] x", "[a-] x", " [a-1] x", "a-1 x"])("is not %j", async (line) => {
    const { bullets } = await bulletsOf(`## S\n[b-1] Sort.\n${line}`);
    expect(bullets).toMatchObject([{ id: "b-1", content: `Sort.\n${line}` }]);
  });

  it("without a text is told with its line, and its counters make none", async () => {
    const { bullets, problems } = await bulletsOf("## S\n[a-1]\n[a-2] helpful=1 harmful=1 ::\n[a-3] Sort.");
    expect(bullets).toMatchObject([{ id: "a-3" }]);
    expect(problems).toMatchObject(
      [2, 3].map((line) => ({ line, rejects: "memories", reason: expect.stringContaining(`a-${line - 1}`) })),
    );
  });

  it("whose text begins on the next line has it", async () => {
    const { bullets } = await bulletsOf("## S\n[a-1]\n\n  Sort.\n");
    expect(bullets).toMatchObject([{ line: 2, content: "Sort." }]);
  });

  it("before any section, or under one without a name, still has a description", async () => {
    const { bullets } = await bulletsOf("[a-1] Sort.\n## \n[a-2] Look.\n## S:\n[a-3] Try.");
    expect(bullets).toMatchObject([
      { description: "Playbook bullet" },
      { description: "Playbook bullet" },
      { description: "S" },
    ]);
  });

  it("reads Windows line ends as any others", async () => {
    const text = "## S\n[a-1] Sort.\nThen look.\n[a-2] Try.\n";
    expect(await bulletsOf(text.replaceAll("\n", "\r\n"))).toEqual(await bulletsOf(text));
  });

  it("is keyed by its playbook's file: two playbooks number alike", async () => {
    const text = "## S\n[a-1] Sort.";
    const keys = ["one.txt", "two.txt", "one.txt"].map(
      async (name) => (await parseContent(name, text)).memories[0]?.importKey,
    );
    const [one, two, again] = await Promise.all(keys);
    expect(one).toBe(again);
    expect(one).not.toBe(two);
  });
});

it("reads back the playbook that was written", async () => {
  const random = seededRandom(5);
  const below = (limit: number) => Math.floor(random() * limit);
  for (let round = 0; round < 20; round += 1) {
    const lines = ["## Start"];
    const expected: object[] = [];
    let section = "Start";
    for (let number = 1; number <= 10; number += 1) {
      if (below(3) === 0) {
        section = `Section ${number}`;
        lines.push("", `## ${section}:`);
      }
      const counters = below(2) === 0 ? null : [below(9), below(9)];
      const text = [`Lesson ${number}.`, ...Array.from({ length: below(3) }, (_, at) => `  - part ${at}`)];
      const prefix = counters === null ? "" : `helpful=${counters[0]} harmful=${counters[1]} :: `;
      expected.push({
        id: `s-${number}`,
        line: lines.length + 1,
        tags: counters === null ? [] : [`helpful:${counters[0]}`, `harmful:${counters[1]}`],
        description: section,
        content: text.join("\n"),
      });
      lines.push(`[s-${number}] ${prefix}${text[0]}`, ...text.slice(1));
    }
    const { bullets, problems } = await bulletsOf(lines.join("\n"));
    expect(problems).toEqual([]);
    expect(bullets).toMatchObject(expected);
    expect(bullets).toHaveLength(expected.length);
  }
});
