import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readModules, root } from "./module-graph.ts";

// The word list of docs/glossary.md, as far as a phrase has no legitimate use anywhere.

/** A phrase that is never right, and what to write instead. */
const forbidden: readonly [phrase: RegExp, instead: string][] = [
  [/\bhistory items?\b/i, "revision"],
  [/\bgained less lost\b|\bgained less tasks lost\b/i, "net tasks"],
  [/\b(?:worse|better) than chance explains\b/i, "significantly worse, with p"],
  [/\bwhat comes of it\b/i, "the result"],
  [/\btold again\b|\btell again\b/i, "repeat"],
  [/\bfor ever\b/i, "without limit, or forever"],
  [/\b(?:lies|lie) beside\b/i, "is beside"],
  [/\b(?:comes?|came) in twice\b/i, "is imported twice"],
  [/\bpassed over\b/i, "skipped"],
  [/\bis no (?:number|UTF-8|JSON|upload|path)\b/i, "is not a ..."],
  [/\b(?:its|'s|memory's|layout's) doing\b/i, "caused by"],
  [/\d %/, "95%, without a space"],
];

/** Texts that are stored with a trial and tell it from others: reworded, a run imported before would not be known again. */
const stored = [/No verdict lies beside the trajectory/g, /The final score of .* is no number/g];

function findForbidden(path: string, text: string): string[] {
  const plain = stored.reduce((rest, phrase) => rest.replaceAll(phrase, ""), text);
  return plain.split("\n").flatMap((line, at) =>
    forbidden.flatMap(([phrase, instead]) => {
      const found = phrase.exec(line)?.[0];
      return found === undefined ? [] : [`${path}:${at + 1} "${found}": write ${instead}`];
    }),
  );
}

/** What people read: documents, and the texts of code. Comments, names and decisions of the past are not part of it. */
function textsOf(source: string): string {
  return source
    .replaceAll(/\/\*[\s\S]*?\*\//g, (comment) => comment.replaceAll(/[^\n]/g, ""))
    .replaceAll(/^[ \t]*\/\/.*$/gm, "");
}

const isRead = (path: string) => !/\.test\.|\.spec\.|(^|\/)testing\b|^lib\/(quality|demo\/pool)\//.test(path);

describe("wording", () => {
  it("holds documents to the word list", () => {
    const documents = globSync(["*.md", "docs/*.md", "bench/*.md"], { cwd: root });
    expect(documents.length).toBeGreaterThan(8);
    const read = documents.filter((path) => path !== "docs/glossary.md");
    expect(read.flatMap((path) => findForbidden(path, readFileSync(join(root, path), "utf8")))).toEqual([]);
  });

  it("holds pages, messages and help to the word list", () => {
    const sources = [...readModules(["app", "bench", "bin", "components", "lib"]).values()];
    const read = sources.filter(({ path }) => isRead(path));
    expect(read.length).toBeGreaterThan(500);
    expect(read.flatMap(({ path, text }) => findForbidden(path, textsOf(text)))).toEqual([]);
  });

  it("finds what it forbids, with its line, and leaves comments alone", () => {
    const source = textsOf('/* for ever */\n// 95 %\nsay("The verdict lies beside it: 95 %");');
    expect(findForbidden("a.ts", source)).toEqual([
      'a.ts:3 "lies beside": write is beside',
      'a.ts:3 "5 %": write 95%, without a space',
    ]);
  });
});
