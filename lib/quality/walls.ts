import { depthOf, layerOf } from "./layers.ts";
import { findCycles, type Import, isForTests, type SourceFile } from "./module-graph.ts";

type Modules = ReadonlyMap<string, SourceFile>;
/** breaches: a line for each place where the wall is climbed, none where it holds. */
type Wall = { title: string; why: string; breaches: (modules: Modules) => string[] };

/** What only the command line and the launcher stand on. */
const processes = ["lib/worker", "lib/doctor", "lib/launch", "lib/cli", "bench"];
const drawn = ["app/", "components/"];
const running = ["lib/", "proxy.ts", ...drawn];
const viewAdapter = /(^|\/)(actions|run-action|request-db)\.ts$/;

/** The walls of the project; docs/architecture.md shows titles and reasons in this order. */
export const walls = {
  layered: {
    title: "every file has a layer",
    why: "what is not listed is checked by nobody",
    breaches: (modules) =>
      sourcesOf(modules)
        .filter(({ path }) => depthOf(path) === undefined)
        .map(({ path }) => `${path} has no layer`),
  },
  downward: {
    title: "a folder imports folders further down, never up and never beside",
    why: "what lies below can be read, tested and changed without what lies above",
    breaches: forbid([""], ({ target, isLocal }, { path }) => {
      if (!isLocal || layerOf(target) === layerOf(path)) return false;
      // Benchmarks may use what has no layer: builders of tests, and scripts.
      const unlisted = path.startsWith("bench/") ? -1 : Number.POSITIVE_INFINITY;
      return (depthOf(target) ?? unlisted) >= (depthOf(path) ?? 0);
    }),
  },
  cycles: {
    title: "files import each other in no circle",
    why: "which of them loads first would decide what is undefined",
    breaches: (modules) => findCycles(modules).map((cycle) => cycle.join(" imports ")),
  },
  drawing: {
    title: "`lib` never imports `components`",
    why: "the command line and the worker have no page to draw on",
    breaches: forbid(["lib/"], ({ target }) => layerOf(target) === "components"),
  },
  processes: {
    title: "pages and components never import the worker, the launcher, the command line or a benchmark",
    why: "a request starts no process",
    breaches: forbid(drawn, ({ target, isLocal }) => isLocal && processes.includes(layerOf(target) ?? "")),
  },
  fits: {
    title: "pages and components never load what fits the joint model",
    why: "a fit takes up to minutes: the job `attribute` and the command line compute it, pages show what is stored",
    breaches: (modules) =>
      forbid(
        drawn,
        ({ target, isLocal, isType }) => isLocal && !isType && reachesFit(modules, target),
      )(modules),
  },
  builders: {
    title: "what runs never imports what tests build with",
    why: "rows made for a test would be taken for data",
    breaches: forbid(
      running,
      ({ target, isLocal }) => isLocal && (isForTests(target) || target.startsWith("lib/quality/")),
    ),
  },
  routing: {
    title: "`app` reads no files, packs nothing and keeps no answers",
    why: "a route is an address; the work is tested in `lib`, without a server",
    breaches: forbid(["app/"], ({ target }) =>
      /^(node:|lru-cache$|lib\/shared\/(memoize-async|concurrency-limit)\.ts$)/.test(target),
    ),
  },
  queries: {
    title: "a component never loads a query or the database",
    why: "it would end up in the browser's bundle, or fetch behind the page's back",
    breaches: (modules) =>
      forbid(
        ["components/"],
        ({ target, isLocal, isType }) => isLocal && !isType && reachesDatabase(modules, target),
      )(modules),
  },
  primitives: {
    title: "`components/ui` imports nothing but itself and `lib/shared`",
    why: "a button knows no domain",
    breaches: forbid(
      ["components/ui/"],
      ({ target, isLocal }) => isLocal && !/^(components\/ui|lib\/shared)\//.test(target),
    ),
  },
  view: {
    title: "verbs and queries know nothing of Next and React",
    why: "the command line, the worker and the tests run them too",
    breaches: forbid(
      ["lib/"],
      ({ target }, { path }) => /^(next|react|react-dom)(\/|$)/.test(target) && !viewAdapter.test(path),
    ),
  },
  adapters: {
    title: "only `lib/db` knows the adapters",
    why: "one code path for both databases",
    breaches: forbid(
      [""],
      ({ target, isType }, { path }) =>
        /^(pg|@prisma|@electric-sql)(\/|$)/.test(target) && !isType && !path.startsWith("lib/db/"),
    ),
  },
  arithmetic: {
    title: "`lib/metrics` imports nothing but itself and `lib/shared`",
    why: "arithmetic that can be checked against reference values",
    breaches: forbid(["lib/metrics/"], ({ target }) => !/^lib\/(metrics|shared)\//.test(target)),
  },
  environment: {
    title: "only `lib/env.ts` reads the environment",
    why: "one list of what can be set, parsed once",
    breaches: (modules) =>
      sourcesOf(modules, running)
        .filter(({ path, text }) => path !== "lib/env.ts" && /\bprocess(\??\.env\b|\["env"\])/.test(text))
        .map(({ path }) => `${path} reads the environment`),
  },
} satisfies Record<string, Wall>;

/** The files that run, in some folders: no tests, nothing that checks the project itself. */
function sourcesOf(modules: Modules, folders: readonly string[] = [""]): SourceFile[] {
  return [...modules.values()].filter(
    ({ path }) =>
      folders.some((folder) => path.startsWith(folder)) &&
      !isForTests(path) &&
      !path.startsWith("lib/quality/") &&
      !path.includes("/fixtures/"),
  );
}

/** The breaches of a wall that some imports of some folders climb. */
function forbid(folders: readonly string[], isBreach: (found: Import, file: SourceFile) => boolean) {
  return (modules: Modules): string[] =>
    sourcesOf(modules, folders).flatMap((file) =>
      file.imports
        .filter((found) => isBreach(found, file))
        .map((found) => `${file.path} imports ${found.target}`),
    );
}

/** Whether a file brings the database along when it loads. Actions run on the server: a component only names them. */
function reachesDatabase(modules: Modules, path: string): boolean {
  return reaches(modules, path, (each) =>
    /(^|\/)actions\.ts$/.test(each)
      ? "stop"
      : each.startsWith("lib/db/") && !each.endsWith("generated/enums.ts"),
  );
}

/** Whether a file brings the joint model's sampler along, now or later. */
function reachesFit(modules: Modules, path: string): boolean {
  return reaches(modules, path, (each) => each.startsWith("lib/attribution/joint/"));
}

/** Whether a file, or any that it imports in turn, is what is looked for; nothing is looked for behind a "stop". */
function reaches(
  modules: Modules,
  path: string,
  isFound: (path: string) => boolean | "stop",
  seen = new Set<string>(),
): boolean {
  const found = isFound(path);
  if (found === true) return true;
  if (found === "stop" || seen.has(path)) return false;
  seen.add(path);
  return (modules.get(path)?.imports ?? []).some(
    ({ target, isLocal, isType }) => isLocal && !isType && reaches(modules, target, isFound, seen),
  );
}
