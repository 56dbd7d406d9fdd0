import type { Command } from "./command.ts";

/** The verbs, loaded when called: `carryover --help` needs neither the database nor a parser. */
export const commands: readonly { verb: string; summary: string; load: () => Promise<Command> }[] = [
  {
    verb: "import",
    summary: "bring memories and runs in from files and folders",
    load: async () => (await import("./import.ts")).importCommand,
  },
  {
    verb: "export",
    summary: "write the pool, or a part of it, to a file",
    load: async () => (await import("./export.ts")).exportCommand,
  },
  {
    verb: "memories",
    summary: "list the memories that a filter holds",
    load: async () => (await import("./memories.ts")).memoriesCommand,
  },
  {
    verb: "retrieve",
    summary: "show what retrieval would hand the agent",
    load: async () => (await import("./retrieve.ts")).retrieveCommand,
  },
  {
    verb: "metrics",
    summary: "measure how mixed the benchmarks are: DBI and LISI per type",
    load: async () => (await import("./metrics.ts")).metricsCommand,
  },
  {
    verb: "project",
    summary: "compute and store a map",
    load: async () => (await import("./project.ts")).projectCommand,
  },
  { verb: "runs", summary: "list the runs", load: async () => (await import("./runs.ts")).runsCommand },
  {
    verb: "compare",
    summary: "compare a run with memory to one without",
    load: async () => (await import("./compare.ts")).compareCommand,
  },
  {
    verb: "lint",
    summary: "find memories that will not carry over",
    load: async () => (await import("./lint.ts")).lintCommand,
  },
  {
    verb: "demo",
    summary: "load the synthetic demo pool",
    load: async () => (await import("./demo.ts")).demoCommand,
  },
  {
    verb: "bench",
    summary: "measure this program against its peers",
    load: async () => (await import("./bench.ts")).benchCommand,
  },
  {
    verb: "doctor",
    summary: "say what is wrong with this installation and how to mend it",
    load: async () => (await import("./doctor.ts")).doctorCommand,
  },
];

/** The verb of that name, or undefined. */
export async function loadCommand(verb: string): Promise<Command | undefined> {
  return commands.find((command) => command.verb === verb)?.load();
}
