import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

// The ways into the server, and the one way to each: a new one is found here when it goes another.

const root = join(import.meta.dirname, "../..");

function sourcesOf(folder: string, name: RegExp): { file: string; source: string }[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => name.test(file) && !file.includes(".test."))
    .map((file) => ({ file: `${folder}/${file}`, source: readFileSync(join(root, folder, file), "utf8") }));
}

it("makes every route handler by `route` of lib/access", () => {
  const routes = sourcesOf("app", /(^|\/)route\.ts$/);
  const exported = /^export (.*\b(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\b.*)$/gm;
  const handlers = routes.flatMap(({ file, source }) =>
    [...source.matchAll(exported)].map(([, line = ""]) => `${file}: ${line}`),
  );
  expect(handlers.length).toBeGreaterThanOrEqual(routes.length);
  expect(handlers.filter((line) => !/: const [A-Z]+ = route(<\w+>)?\(/.test(line))).toEqual([]);
});

it("makes every action by `runAction` or `runReadAction` of lib/access", () => {
  const actions = sourcesOf("lib", /(^|\/)actions\.ts$/).flatMap(({ file, source }) =>
    source
      .split("export async function ")
      .slice(1)
      .map((body) => ({ file, body })),
  );
  expect(actions.length).toBeGreaterThan(15);
  const unchecked = actions.filter(({ body }) => !/return run(Read)?Action\(/.test(body));
  expect(unchecked.map(({ file, body }) => `${file}: ${body.split("(")[0]}`)).toEqual([]);
});

it("asks the database for a request by `requestDb` or `streamDb` of lib/access, which carry its time limit", () => {
  const sources = [...sourcesOf("app", /\.tsx?$/), ...sourcesOf("lib", /(^|\/)actions\.ts$/)];
  const unlimited = sources.filter(({ source }) => /\b(getDb|getWebDb|openDb)\b/.test(source));
  expect(sources.filter(({ source }) => source.includes("requestDb()")).length).toBeGreaterThan(20);
  expect(unlimited.map(({ file }) => file)).toEqual([]);
});

it("calls every action by `callServer` and every address by `fetchJson` or `fetchFrom` of components/ui", () => {
  const direct = /(?<!callServer\(\(\) =>\s*)\b\w+Action\(|(?<![.\w])fetch\(/g;
  const callers = sourcesOf("components", /\.tsx?$/).filter(
    ({ file }) => file !== "components/ui/call-server.ts",
  );
  const breaches = callers.flatMap(({ file, source }) =>
    [...source.matchAll(direct)].map(([found]) => `${file}: ${found}`),
  );
  expect(callers.length).toBeGreaterThan(100);
  expect(breaches).toEqual([]);
});
