import { describe, expect, it } from "vitest";
import { findCycles, type Import, isForTests, readModules, type SourceFile } from "./module-graph.ts";

// Who may import whom: docs/architecture.md says why.

/** A folder may import folders of earlier lines only, and itself. */
const layers = [
  ["lib/shared"],
  ["lib/metrics", "lib/env.ts"],
  ["lib/db"],
  ["lib/access"],
  ["lib/jobs", "lib/chat", "lib/benchmarks"],
  ["lib/memories", "lib/neighbors", "lib/umap"],
  ["lib/embeddings"],
  ["lib/demo/pool", "lib/retrieval", "lib/maps", "lib/runs", "lib/lint"],
  ["lib/abstraction", "lib/transfer", "lib/generation"],
  ["lib/attribution"],
  ["lib/imports", "lib/exports", "lib/releases", "lib/demo", "lib/settings", "lib/overview"],
  ["lib/worker"],
  ["components"],
  // A benchmark draws what it times.
  ["bench"],
  ["lib/doctor", "lib/launch"],
  ["lib/cli"],
  ["app"],
];
const depth = new Map(layers.flatMap((folders, index) => folders.map((folder) => [folder, index] as const)));
/** What only the command line and the launcher stand on: pages have no business there. */
const notForPages = ["lib/worker", "lib/doctor", "lib/launch", "lib/cli", "bench", "lib/quality"];

const modules = readModules(["app", "components", "lib", "bench"]);
const sources = [...modules.values()].filter(
  ({ path }) => !isForTests(path) && !path.startsWith("lib/quality/") && !path.includes("/fixtures/"),
);

function layerOf(path: string): string {
  const holders = [...depth.keys()].filter((folder) => path === folder || path.startsWith(`${folder}/`));
  return holders.sort((a, b) => b.length - a.length)[0] ?? path;
}

function within(...folders: string[]): SourceFile[] {
  return sources.filter(({ path }) => folders.some((folder) => path.startsWith(folder)));
}

/** Every import of some files that breaks a rule, as a line to read. */
function breaches(files: SourceFile[], isBreach: (found: Import, file: SourceFile) => boolean): string[] {
  return files.flatMap((file) =>
    file.imports
      .filter((found) => isBreach(found, file))
      .map((found) => `${file.path} imports ${found.target}`),
  );
}

describe("layers", () => {
  it("knows the layer of every folder", () => {
    const unknown = sources.filter(({ path }) => !depth.has(layerOf(path)));
    expect(unknown.map(({ path }) => path)).toEqual([]);
  });

  it("lets imports go down only", () => {
    const isUp = ({ target, isLocal }: Import, { path }: SourceFile) => {
      const [from, to] = [layerOf(path), layerOf(target)];
      return isLocal && from !== to && (depth.get(to) ?? -1) >= (depth.get(from) ?? 0);
    };
    expect(breaches(sources, isUp)).toEqual([]);
  });

  it("keeps what thinks away from what draws", () => {
    const isDrawing = ({ target }: Import) => layerOf(target) === "components";
    expect(breaches(within("lib/"), isDrawing)).toEqual([]);
  });

  it("keeps pages and components away from what runs processes", () => {
    const isProcess = ({ target }: Import) => notForPages.includes(layerOf(target));
    expect(breaches(within("app/", "components/"), isProcess)).toEqual([]);
  });

  it("keeps what tests build out of what runs", () => {
    const isBuilder = ({ target, isLocal }: Import) => isLocal && isForTests(target);
    expect(breaches(within("lib/", "app/", "components/"), isBuilder)).toEqual([]);
  });

  it("has no circles", () => {
    expect(findCycles(modules)).toEqual([]);
  });
});

describe("routing", () => {
  it("leaves reading files, packing and keeping answers to lib", () => {
    const isWork = ({ target }: Import) =>
      /^(node:|lru-cache$|lib\/shared\/(memoize-async|concurrency-limit)\.ts$)/.test(target);
    expect(breaches(within("app/"), isWork)).toEqual([]);
  });
});

describe("drawing", () => {
  /** Files that bring the database along when they load. Actions run on the server: a component only names them. */
  function reachesDatabase(path: string, seen = new Set<string>()): boolean {
    if (path.startsWith("lib/db/") && !path.endsWith("generated/enums.ts")) return true;
    if (seen.has(path) || /(^|\/)actions\.ts$/.test(path)) return false;
    seen.add(path);
    return (modules.get(path)?.imports ?? []).some(
      (found) => found.isLocal && !found.isType && reachesDatabase(found.target, seen),
    );
  }

  it("never imports a query or the database", () => {
    const isQuery = (found: Import) => found.isLocal && !found.isType && reachesDatabase(found.target);
    expect(breaches(within("components/"), isQuery)).toEqual([]);
  });
});

describe("primitives", () => {
  it("know no domain: they import each other and lib/shared alone", () => {
    const isElsewhere = ({ target, isLocal }: Import) =>
      isLocal && !/^(components\/ui|lib\/shared)\//.test(target);
    expect(breaches(within("components/ui/"), isElsewhere)).toEqual([]);
  });
});

describe("thinking", () => {
  it("knows nothing of Next and React, but for the adapters of actions and requests", () => {
    const adapters = /(^|\/)(actions|run-action|request-db)\.ts$/;
    const isView = ({ target }: Import, { path }: SourceFile) =>
      /^(next|react|react-dom)(\/|$)/.test(target) && !adapters.test(path);
    expect(breaches(within("lib/"), isView)).toEqual([]);
  });

  it("leaves the database's adapters to lib/db", () => {
    const isAdapter = ({ target, isType }: Import, { path }: SourceFile) =>
      /^(pg|@prisma\/.*|@electric-sql\/.*)$/.test(target) && !isType && !path.startsWith("lib/db/");
    expect(breaches(sources, isAdapter)).toEqual([]);
  });

  it("leaves arithmetic pure", () => {
    const isElsewhere = ({ target }: Import) => !/^lib\/(metrics|shared)\//.test(target);
    expect(breaches(within("lib/metrics/"), isElsewhere)).toEqual([]);
  });

  it("reads the environment in one file", () => {
    const readers = within("lib/", "app/", "components/").filter(({ text }) => /process\.env\b/.test(text));
    expect(readers.map(({ path }) => path)).toEqual(["lib/env.ts"]);
  });
});
