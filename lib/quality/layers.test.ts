import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { depthOf, forTests, layerOf, layers } from "./layers.ts";
import { root } from "./module-graph.ts";
import { walls } from "./walls.ts";

const listed = [...layers.flat(), ...forTests];

/** The listed folders that the project does not have. */
function missing(folders: readonly string[]): string[] {
  return folders.filter((folder) => !existsSync(join(root, folder)));
}

describe("layerOf", () => {
  it.each([
    ["lib/demo/load-demo.ts", "lib/demo"],
    ["lib/demo/pool/rows.ts", "lib/demo/pool"],
    ["lib/env.ts", "lib/env.ts"],
    ["lib/envelopes/open.ts", undefined],
    ["lib/mapsets/a.ts", undefined],
  ])("finds that %s lies in %s", (path, folder) => {
    expect(layerOf(path)).toBe(folder);
  });

  it("is higher for a page than for what it draws", () => {
    expect(depthOf("app/page.tsx")).toBeGreaterThan(depthOf("components/ui/button.tsx") ?? Infinity);
    expect(depthOf("lib/nowhere/a.ts")).toBeUndefined();
  });
});

describe("the list of layers", () => {
  it("names no folder that is gone", () => {
    expect(missing(listed)).toEqual([]);
    expect(missing(["lib/db", "lib/no-such-folder"])).toEqual(["lib/no-such-folder"]);
  });

  it("names every folder of lib once", () => {
    const folders = readdirSync(join(root, "lib"), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => `lib/${name}`);
    expect(folders.filter((folder) => !listed.includes(folder))).toEqual([]);
    expect(listed.filter((folder, index) => listed.indexOf(folder) !== index)).toEqual([]);
  });
});

describe("docs/architecture.md, Who may import whom", () => {
  const document = readFileSync(join(root, "docs/architecture.md"), "utf8");
  const section = document.split("## Who may import whom\n")[1]?.split("\n## ")[0] ?? "";

  it("shows the layers, highest first", () => {
    const block = section.split("```")[1] ?? "";
    const shown = block.trim().split("\n").map(splitRow);
    expect(shown).toEqual(layers.map((folders) => folders.map(shorten)).reverse());
  });

  it("shows every wall with its reason", () => {
    const rows = section.split("\n").filter((line) => line.startsWith("| "));
    const expected = Object.values(walls).map(({ title, why }) => `| ${title} | ${why} |`);
    expect(rows).toEqual(["| wall | why |", ...expected]);
  });
});

function splitRow(line: string): string[] {
  return line.trim().split(/\s{2,}/);
}

/** As the document writes it: `maps` for lib/maps. */
function shorten(folder: string): string {
  return folder.replace(/^lib\//, "").replace(/\.ts$/, "");
}
