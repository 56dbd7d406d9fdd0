import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { root } from "./module-graph.ts";

type Entry = {
  name?: string;
  version: string;
  license?: string;
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
  peerDependenciesMeta?: Record<string, { optional?: boolean }>;
};
const lock: { packages: Record<string, Entry> } = readJson("package-lock.json");
const manifest: Record<"dependencies" | "devDependencies" | "overrides", Record<string, string>> = readJson(
  "package.json",
);

/** Licenses that ask for no more than a notice. */
const permissive = new Set([
  "0BSD",
  "Apache-2.0",
  "BlueOak-1.0.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "CC0-1.0",
  // caniuse-lite: a table of facts about browsers.
  "CC-BY-4.0",
  "ISC",
  "MIT",
  "Unlicense",
]);
/** Copyleft by file, and only in tools that build and test: nothing of them is part of what runs. */
const toolsByFile = /^(lightningcss(-.*)?|axe-core|@axe-core\/playwright)$/;

function readJson<T>(name: string): T {
  return JSON.parse(readFileSync(join(root, name), "utf8")) as T;
}

function nameOf(path: string): string {
  return path.split("node_modules/").at(-1) ?? path;
}

/** Where Node finds a package from another: in its own folder, or in one further up. */
function resolvePackage(from: string, name: string): string | undefined {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf("node_modules/") - 1))) {
    const path = `${folder ? `${folder}/` : ""}node_modules/${name}`;
    if (lock.packages[path]) return path;
    if (folder === "") return undefined;
  }
}

/** Every package that the named ones bring along, themselves included. */
function reach(names: readonly string[]): Set<string> {
  const found = new Set<string>();
  const waiting: [from: string, name: string][] = names.map((name) => ["", name]);
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const path = resolvePackage(...next);
    if (!path || found.has(path)) continue;
    found.add(path);
    const { dependencies, optionalDependencies, peerDependencies, peerDependenciesMeta } =
      lock.packages[path] ?? {};
    const peers = Object.keys(peerDependencies ?? {}).filter(
      (peer) => !peerDependenciesMeta?.[peer]?.optional,
    );
    const needed = [...Object.keys({ ...dependencies, ...optionalDependencies }), ...peers];
    for (const name of needed) waiting.push([path, name]);
  }
  return found;
}

/** "(MIT OR GPL-3.0)" is permissive, for it may be taken as MIT; "MIT AND LGPL-3.0" is not. */
function isPermissive(license: string | undefined): boolean {
  if (!license) return false;
  return license
    .replaceAll(/[()]/g, "")
    .split(/\s+or\s+/i)
    .some((choice) => choice.split(/\s+and\s+/i).every((one) => permissive.has(one)));
}

const production = reach(Object.keys(manifest.dependencies));

describe("licenses", () => {
  it("are permissive in all that runs", () => {
    const others = [...production].filter((path) => !isPermissive(lock.packages[path]?.license));
    expect(others.map((path) => `${path}: ${lock.packages[path]?.license}`)).toEqual([]);
  });

  it("are permissive in tools too, but for those named here", () => {
    const others = Object.entries(lock.packages)
      .filter(([path, { license }]) => path !== "" && !isPermissive(license))
      .filter(([path]) => production.has(path) || !toolsByFile.test(nameOf(path)));
    expect(others.map(([path, { license }]) => `${path}: ${license}`)).toEqual([]);
  });

  it.each<[license: string | undefined, expected: boolean, why: string]>([
    ["MIT", true, "permissive"],
    ["(MIT OR GPL-3.0-only)", true, "we take it as MIT"],
    ["MIT AND LGPL-3.0-or-later", false, "both bind"],
    ["EPL-2.0", false, "copyleft"],
    [undefined, false, "no license is no permission"],
  ])("%s: %s, %s", (license, expected) => {
    expect(isPermissive(license)).toBe(expected);
  });
});

describe("versions", () => {
  it("are exact", () => {
    const all = { ...manifest.dependencies, ...manifest.devDependencies };
    const loose = Object.entries(all).filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.-]+)?$/.test(version));
    expect(loose).toEqual([]);
  });

  it("are what the lock file holds", () => {
    const all = { ...manifest.dependencies, ...manifest.devDependencies };
    const other = Object.entries(all).filter(
      ([name, version]) => lock.packages[`node_modules/${name}`]?.version !== version,
    );
    expect(other).toEqual([]);
  });

  it("are locked for every platform, or npm ci refuses the lock file", () => {
    const missing = Object.entries(lock.packages).flatMap(([path, { optionalDependencies }]) =>
      Object.keys(optionalDependencies ?? {}).filter((name) => !resolvePackage(path, name)),
    );
    expect(missing).toEqual([]);
  });
});

it.each(Object.entries(manifest.overrides))("%s is left out of the tree", (name, stand) => {
  const entries = Object.entries(lock.packages).filter(([path]) => nameOf(path) === name);
  expect(entries.map(([, entry]) => `npm:${entry.name}@${entry.version}`)).toEqual(entries.map(() => stand));
  expect(entries.length).toBeGreaterThan(0);
});
