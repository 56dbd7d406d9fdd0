import type { Command } from "./command.ts";

/** The verbs, loaded when called: `carryover --help` needs neither the database nor a parser. */
export const commands: readonly { verb: string; summary: string; load: () => Promise<Command> }[] = [
  {
    verb: "import",
    summary: "import memories and runs from files and folders",
    load: async () => (await import("./import.ts")).importCommand,
  },
  {
    verb: "export",
    summary: "export the pool, or part of it, to a file",
    load: async () => (await import("./export.ts")).exportCommand,
  },
  {
    verb: "memories",
    summary: "list the memories that match a filter",
    load: async () => (await import("./memories.ts")).memoriesCommand,
  },
  {
    verb: "retrieve",
    summary: "show what retrieval would give the agent",
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
    verb: "matrix",
    summary: "show all runs at once, by benchmark",
    load: async () => (await import("./matrix.ts")).matrixCommand,
  },
  {
    verb: "compare",
    summary: "compare a run with memory to one without",
    load: async () => (await import("./compare.ts")).compareCommand,
  },
  {
    verb: "attribute",
    summary: "say which memories changed a run's outcomes, worst first",
    load: async () => (await import("./attribute.ts")).attributeCommand,
  },
  {
    verb: "report",
    summary: "write a comparison as one HTML file that opens from disk",
    load: async () => (await import("./report.ts")).reportCommand,
  },
  {
    verb: "plan",
    summary: "plan the reruns that tell the memories of a lost task apart",
    load: async () => (await import("./plan.ts")).planCommand,
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
    summary: "benchmark Carryover against named peers",
    load: async () => (await import("./bench.ts")).benchCommand,
  },
  {
    verb: "doctor",
    summary: "check this installation and say how to fix what is wrong",
    load: async () => (await import("./doctor.ts")).doctorCommand,
  },
];

/** The verb of that name, or undefined. */
export async function loadCommand(verb: string): Promise<Command | undefined> {
  return commands.find((command) => command.verb === verb)?.load();
}
