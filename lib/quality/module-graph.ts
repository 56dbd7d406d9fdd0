import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";

/** Folder of the project. */
export const root = resolve(import.meta.dirname, "../..");

/** target: a file of the project (path from its root), or the name that a package is imported by. */
export type Import = { target: string; isLocal: boolean; isType: boolean; isDynamic: boolean };
export type SourceFile = { path: string; text: string; imports: Import[] };

const skipped = new Set(["generated", "node_modules", "assembly"]);
const statement = /^\s*(?:import|export)\s+(type\s+)?(?:[^"';]*?\sfrom\s+)?"([^"]+)"/gm;
const dynamic = /\bimport\(\s*"([^"]+)"\s*\)/g;

/** Every TypeScript file of some folders (or files) with what it imports, by path from the project's root. */
export function readModules(folders: readonly string[]): Map<string, SourceFile> {
  const paths = folders.flatMap((folder) => listFiles(join(root, folder)));
  return new Map(
    paths.map((path) => [relative(root, path), moduleOf(relative(root, path), readFileSync(path, "utf8"))]),
  );
}

/** Whether a file is there for tests alone. */
export function isForTests(path: string): boolean {
  return (
    path.startsWith("lib/testing/") ||
    /\.(test|spec)\.tsx?$/.test(path) ||
    /\/test(ing)?(-[^/]*)?\.tsx?$/.test(path)
  );
}

/** A file as text, at a path from the project's root, with what it imports. */
export function moduleOf(path: string, text: string): SourceFile {
  const fixed = [...text.matchAll(statement)].map((match) =>
    toImport(path, match[2] ?? "", { isType: match[1] !== undefined, isDynamic: false }),
  );
  const later = [...text.matchAll(dynamic)].map((match) =>
    toImport(path, match[1] ?? "", { isType: false, isDynamic: true }),
  );
  return { path, text, imports: [...fixed, ...later] };
}

function toImport(from: string, name: string, kind: { isType: boolean; isDynamic: boolean }): Import {
  if (name.startsWith("#")) return { target: name.slice(1), isLocal: true, ...kind };
  if (name.startsWith(".")) return { target: join(dirname(from), name), isLocal: true, ...kind };
  return { target: name, isLocal: false, ...kind };
}

function listFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  if (statSync(folder).isFile()) return [folder];
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return skipped.has(name) ? [] : listFiles(path);
    return /\.tsx?$/.test(name) ? [path] : [];
  });
}

/** Circles of files that import each other when they load; types and later imports make none. */
export function findCycles(modules: ReadonlyMap<string, SourceFile>): string[][] {
  const found: string[][] = [];
  const done = new Set<string>();
  const trail: string[] = [];
  function visit(path: string): void {
    const start = trail.indexOf(path);
    if (start >= 0) found.push([...trail.slice(start), path]);
    if (start >= 0 || done.has(path)) return;
    trail.push(path);
    for (const { target, isLocal, isType, isDynamic } of modules.get(path)?.imports ?? []) {
      if (isLocal && !isType && !isDynamic) visit(target);
    }
    trail.pop();
    done.add(path);
  }
  for (const path of modules.keys()) visit(path);
  return found;
}
