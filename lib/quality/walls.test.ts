import { describe, expect, it } from "vitest";
import { moduleOf, readModules } from "./module-graph.ts";
import { walls } from "./walls.ts";

/** Sources by path, and what a wall must say of them: it names what climbs it, and nothing else. */
type Case = { tree: Record<string, string>; breaches: string[] };

const cases: Record<keyof typeof walls, Case> = {
  layered: {
    tree: { "lib/new-room/a.ts": "", "lib/maps/a.ts": "", "lib/new-room/a.test.ts": "" },
    breaches: ["lib/new-room/a.ts has no layer"],
  },
  downward: {
    tree: {
      "lib/db/up.ts": 'import { save } from "#lib/memories/save.ts";',
      "lib/jobs/beside.ts": 'import type { Chat } from "../chat/schema.ts";',
      "lib/chat/later.ts": 'export const later = () => import("#app/page.tsx");',
      "lib/chat/lost.ts": 'export * from "#lib/new-room/a.ts";',
      "lib/memories/down.ts": 'import { db } from "#lib/db/client.ts";\nimport { x } from "./x.ts";',
      "lib/demo/rows.ts": 'import { pool } from "./pool/pool.ts";',
      "bench/a.ts": 'import { find } from "#bin/setup/find-chromium.mjs";',
      "lib/db/tests.test.ts": 'import { save } from "#lib/memories/save.ts";',
    },
    breaches: [
      "lib/db/up.ts imports lib/memories/save.ts",
      "lib/jobs/beside.ts imports lib/chat/schema.ts",
      "lib/chat/later.ts imports app/page.tsx",
      "lib/chat/lost.ts imports lib/new-room/a.ts",
    ],
  },
  cycles: {
    tree: {
      "lib/maps/a.ts": 'import { b } from "./b.ts";',
      "lib/maps/b.ts": 'import {\n  c,\n} from "#lib/maps/c.ts";',
      "lib/maps/c.ts": 'import "./a.ts";\nimport type { D } from "./d.ts";',
      "lib/maps/d.ts": 'import { c } from "./c.ts";',
    },
    breaches: ["lib/maps/a.ts imports lib/maps/b.ts imports lib/maps/c.ts imports lib/maps/a.ts"],
  },
  drawing: {
    tree: {
      "lib/cli/a.ts": 'import { Chip } from "#components/ui/chip.tsx";',
      "bench/a.ts": 'import { Chip } from "#components/ui/chip.tsx";',
    },
    breaches: ["lib/cli/a.ts imports components/ui/chip.tsx"],
  },
  processes: {
    tree: {
      "app/page.tsx": 'import { main } from "#lib/cli/main.ts";',
      "components/a.tsx": 'import type { Row } from "#bench/rows.ts";',
      "lib/cli/main.ts": 'import { work } from "#lib/worker/work.ts";',
    },
    breaches: ["app/page.tsx imports lib/cli/main.ts", "components/a.tsx imports bench/rows.ts"],
  },
  fits: {
    tree: {
      "app/a/page.tsx": 'import { run } from "#lib/attribution/attribute-run.ts";',
      "app/b/page.tsx": 'import { save } from "#lib/attribution/actions.ts";',
      "app/c/page.tsx": 'export const later = () => import("#lib/attribution/joint/sweep.ts");',
      "components/a.tsx": 'import type { Fit } from "#lib/attribution/joint/types.ts";',
      "lib/attribution/actions.ts": 'import { run } from "./attribute-run.ts";',
      "lib/attribution/attribute-run.ts": 'import { sweep } from "./joint/sweep.ts";',
    },
    breaches: [
      "app/a/page.tsx imports lib/attribution/attribute-run.ts",
      "app/b/page.tsx imports lib/attribution/actions.ts",
      "app/c/page.tsx imports lib/attribution/joint/sweep.ts",
    ],
  },
  builders: {
    tree: {
      "lib/runs/a.ts": 'import { rows } from "./testing.ts";',
      "components/a.tsx": 'import { pool } from "#lib/testing/pool.ts";',
      "app/page.tsx": 'import { root } from "#lib/quality/module-graph.ts";',
      "lib/runs/a.test.ts": 'import { rows } from "./testing.ts";',
    },
    breaches: [
      "lib/runs/a.ts imports lib/runs/testing.ts",
      "components/a.tsx imports lib/testing/pool.ts",
      "app/page.tsx imports lib/quality/module-graph.ts",
    ],
  },
  routing: {
    tree: {
      "app/a/route.ts":
        'import { gzip } from "node:zlib";\nimport { LRUCache } from "lru-cache";\nimport { z } from "zod";',
      "app/page.tsx": 'import { memoizeAsync } from "#lib/shared/memoize-async.ts";',
    },
    breaches: [
      "app/a/route.ts imports node:zlib",
      "app/a/route.ts imports lru-cache",
      "app/page.tsx imports lib/shared/memoize-async.ts",
    ],
  },
  queries: {
    tree: {
      "components/direct.tsx": 'import { list } from "#lib/memories/queries.ts";',
      "components/through.tsx": 'import { format } from "#lib/memories/format.ts";',
      "components/later.tsx": 'export const later = () => import("#lib/db/client.ts");',
      "components/honest.tsx": [
        'import { saveAction } from "#lib/memories/actions.ts";',
        'import type { Row } from "#lib/memories/queries.ts";',
        'import { Outcome } from "#lib/db/generated/enums.ts";',
      ].join("\n"),
      "lib/memories/queries.ts": 'import { db } from "#lib/db/client.ts";',
      "lib/memories/format.ts": 'import { list } from "./queries.ts";',
      "lib/memories/actions.ts": 'import { list } from "./queries.ts";',
    },
    breaches: [
      "components/direct.tsx imports lib/memories/queries.ts",
      "components/through.tsx imports lib/memories/format.ts",
      "components/later.tsx imports lib/db/client.ts",
    ],
  },
  primitives: {
    tree: {
      "components/ui/a.tsx": 'import type { Memory } from "#lib/memories/schema.ts";',
      "components/ui/b.tsx": 'import { cn } from "#lib/shared/cn.ts";\nimport { Slot } from "radix-ui";',
      "components/maps/c.tsx": 'import type { Memory } from "#lib/memories/schema.ts";',
    },
    breaches: ["components/ui/a.tsx imports lib/memories/schema.ts"],
  },
  view: {
    tree: {
      "lib/memories/queries.ts":
        'import { cache } from "react";\nimport type { NextRequest } from "next/server";',
      "lib/memories/actions.ts": 'import { after } from "next/server";',
      "lib/memories/nextmost.ts": 'import { a } from "next-of-kin";',
    },
    breaches: ["lib/memories/queries.ts imports react", "lib/memories/queries.ts imports next/server"],
  },
  adapters: {
    tree: {
      "lib/runs/a.ts": 'import pg from "pg";\nimport { PGlite } from "@electric-sql/pglite";',
      "bench/a.ts": 'import { PrismaPg } from "@prisma/adapter-pg";',
      "lib/jobs/a.ts": 'import type { Client } from "pg";\nimport { PgBoss } from "pg-boss";',
      "lib/db/a.ts": 'import pg from "pg";',
    },
    breaches: [
      "lib/runs/a.ts imports pg",
      "lib/runs/a.ts imports @electric-sql/pglite",
      "bench/a.ts imports @prisma/adapter-pg",
    ],
  },
  arithmetic: {
    tree: {
      "lib/metrics/a.ts": 'import { readFile } from "node:fs";\nimport type { Db } from "#lib/db/client.ts";',
      "lib/metrics/b.ts": 'import { a } from "./a.ts";\nimport { mean } from "#lib/shared/mean.ts";',
    },
    breaches: ["lib/metrics/a.ts imports node:fs", "lib/metrics/a.ts imports lib/db/client.ts"],
  },
  environment: {
    tree: {
      "lib/chat/a.ts": "const key = process.env.KEY;",
      "components/a.tsx": 'const key = process["env"]["KEY"];',
      "proxy.ts": "const { KEY } = process.env;",
      "lib/env.ts": "const key = process.env.KEY;",
      "lib/chat/b.ts": "const environment = processes.environment;",
    },
    breaches: [
      "lib/chat/a.ts reads the environment",
      "components/a.tsx reads the environment",
      "proxy.ts reads the environment",
    ],
  },
};

const modules = readModules(["app", "components", "lib", "bench", "proxy.ts"]);

it("reads the whole project", () => {
  expect(modules.size).toBeGreaterThan(1000);
  expect(modules.get("lib/env.ts")?.text).toMatch(/process\.env\b/);
  expect(modules.get("proxy.ts")?.imports.map(({ target }) => target)).toContain("lib/env.ts");
});

describe.each(Object.entries(walls))("%s", (name, wall) => {
  const { tree, breaches } = cases[name as keyof typeof walls];

  it(`holds: ${wall.title}`, () => {
    expect(wall.breaches(modules)).toEqual([]);
  });

  it("names what climbs it, and nothing else", () => {
    const planted = Object.entries(tree).map(([path, text]) => [path, moduleOf(path, text)] as const);
    expect(wall.breaches(new Map(planted))).toEqual(breaches);
  });
});
