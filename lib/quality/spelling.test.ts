import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { readModules, root } from "./module-graph.ts";

const verbs =
  "author|capital|categor|emphas|final|general|initial|local|maxim|minim|normal|optim|organ|parametr|quant|random|recogn|serial|summar|synchron|token|util|visual";
const british = new RegExp(
  `neighbour|colour|behaviou|favour|flavour|honour|licence|(?:${verbs})isation|` +
    String.raw`(?:${verbs})is(?:e[drs]?\b|ing\b|er)|centre|cancell(?:ed|ing)|labell(?:ed(?!by)|ing)|catalogue|artefact|` +
    String.raw`\bgrey|\blearnt\b|misspelt`,
  "i",
);

/** The demo's memories and tasks keep their spelling: their words decide what is retrieved, and so every number of the demo. */
const isDemoText = (path: string) => path.startsWith("lib/demo/pool/");
const quoted = [/optimised structure/g];

it("spells as Americans do, in code, pages and documents", () => {
  const code = [...readModules(["app", "bench", "bin", "components", "e2e", "lib"]).values()];
  const documents = globSync(["*.md", "docs/**/*.md", "prisma/schema.prisma", "app/**/*.css"], { cwd: root });
  const texts = [
    ...code,
    ...documents.map((path) => ({ path, text: readFileSync(join(root, path), "utf8") })),
  ];
  const found = texts
    .filter(({ path }) => !isDemoText(path) && path !== "lib/quality/spelling.test.ts")
    .flatMap(({ path, text }) =>
      text.split("\n").flatMap((line, at) => {
        const plain = quoted.reduce((rest, phrase) => rest.replaceAll(phrase, ""), line);
        const word = british.exec(plain)?.[0];
        return word === undefined || plain.includes(`.${word}"`) ? [] : [`${path}:${at + 1} ${word}`];
      }),
    );
  expect(found).toEqual([]);
});
