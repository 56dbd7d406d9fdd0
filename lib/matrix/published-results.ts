/**
 * Results of Memory Transfer Learning (Kim et al., arXiv 2604.14004) as printed on its project page
 * (memorytransfer.github.io, commit 7e58bc5). Facts with their source: no row of data of one's own.
 *
 * Task counts are not printed. They are inferred: benchmark sizes and samples of 100 in the published code
 * (github.com/KangsanKim07/MemoryTransferLearning), and every printed share is k/n for them to its three digits.
 */

export const publishedSource =
  "Kim et al., Memory Transfer Learning, arXiv 2604.14004, as printed on the project page (memorytransfer.github.io, commit 7e58bc5). Task counts are inferred: with them every printed share is a whole number of tasks.";

export type PublishedBenchmark = { name: string; tasks: number };

/** Shares as printed, in the order of the benchmarks. */
export type PublishedRow = { name: string; shares: readonly number[]; printedAverage: number };

export type PublishedTable = {
  id: string;
  title: string;
  measure: "pass@1" | "pass@3";
  /** How the printed average weighs: each task the same, or each benchmark. */
  average: "micro" | "macro";
  benchmarks: readonly PublishedBenchmark[];
  /** The first row is what the others are compared with. */
  rows: readonly PublishedRow[];
  /** What was found out about the table and isn't printed. */
  note?: string;
};

const liveCodeBench = { name: "LiveCodeBench v6", tasks: 100 };
const sweBench = { name: "SWE-bench Verified", tasks: 100 };
const replicationBench = { name: "ReplicationBench", tasks: 90 };
const six = [
  liveCodeBench,
  { name: "Aider-Polyglot", tasks: 100 },
  sweBench,
  { name: "TerminalBench2", tasks: 89 },
  replicationBench,
  { name: "MLGym-Bench", tasks: 12 },
];
const three = [liveCodeBench, sweBench, replicationBench];

const row = (name: string, ...values: number[]): PublishedRow => ({
  name,
  shares: values.slice(0, -1),
  printedAverage: values.at(-1) ?? 0,
});

export const publishedTables: readonly PublishedTable[] = [
  {
    id: "gpt-5-mini",
    title: "Table 1, GPT-5-mini",
    measure: "pass@3",
    average: "micro",
    benchmarks: six,
    rows: [
      row("Zero-shot", 0.91, 0.47, 0.73, 0.315, 0.111, 0.667, 0.523),
      row("Trajectories", 0.94, 0.49, 0.77, 0.27, 0.122, 0.583, 0.534),
      row("Workflows", 0.92, 0.47, 0.77, 0.348, 0.111, 0.583, 0.538),
      row("Summaries", 0.93, 0.46, 0.76, 0.371, 0.133, 0.667, 0.546),
      row("Insights", 0.93, 0.47, 0.77, 0.36, 0.189, 0.75, 0.56),
    ],
  },
  {
    id: "deepseek-v3.2",
    title: "Table 1, DeepSeek V3.2",
    measure: "pass@3",
    average: "micro",
    benchmarks: six,
    rows: [
      row("Zero-shot", 0.93, 0.59, 0.53, 0.337, 0.267, 0.583, 0.542),
      row("Insights", 0.94, 0.58, 0.59, 0.393, 0.278, 0.667, 0.568),
    ],
  },
  {
    id: "qwen3-coder",
    title: "Table 1, Qwen3-Coder-480B",
    measure: "pass@3",
    average: "micro",
    benchmarks: six,
    rows: [
      row("Zero-shot", 0.8, 0.46, 0.59, 0.292, 0.211, 0.583, 0.483),
      row("Insights", 0.81, 0.48, 0.62, 0.326, 0.211, 0.583, 0.501),
    ],
  },
  {
    id: "self-evolving",
    title: "Table 2, memory methods",
    measure: "pass@3",
    average: "macro",
    benchmarks: three,
    rows: [
      row("Zero-shot", 0.91, 0.73, 0.111, 0.584),
      row("ReasoningBank (97 memories)", 0.92, 0.75, 0.133, 0.601),
      row("AgentKB (5,899 memories)", 0.92, 0.72, 0.2, 0.613),
      row("Memory Transfer Learning (431)", 0.93, 0.77, 0.189, 0.63),
    ],
    note: "The numbers of memories are as printed; which targets they average over is not stated.",
  },
  {
    id: "task-agnostic",
    title: "Table 3, kinds of insights",
    measure: "pass@1",
    average: "macro",
    benchmarks: three,
    rows: [
      row("Task-specific", 0.887, 0.617, 0.067, 0.523),
      row("Task-agnostic", 0.893, 0.627, 0.082, 0.534),
    ],
    note: "The shares are thirds of tasks: means of three runs.",
  },
  {
    id: "retrieval",
    title: "Table 5, retrieval",
    measure: "pass@3",
    average: "macro",
    benchmarks: three,
    rows: [
      row("No memory", 0.91, 0.73, 0.111, 0.584),
      row("Reranked by a model", 0.92, 0.73, 0.144, 0.598),
      row("Rewritten for the task", 0.92, 0.76, 0.144, 0.608),
      row("Nearest embeddings", 0.93, 0.77, 0.189, 0.63),
    ],
  },
];

/** Table 4: average pass@1 over LiveCodeBench, SWE-bench Verified and ReplicationBench; null = without memory. */
export const publishedAcrossModels: readonly {
  generator: string | null;
  consumer: string;
  average: number;
}[] = [
  { generator: null, consumer: "GPT-5-mini", average: 0.515 },
  { generator: "DeepSeek V3.2", consumer: "GPT-5-mini", average: 0.518 },
  { generator: "Qwen3-Coder", consumer: "GPT-5-mini", average: 0.528 },
  { generator: "GPT-5-mini", consumer: "GPT-5-mini", average: 0.543 },
  { generator: null, consumer: "DeepSeek V3.2", average: 0.486 },
  { generator: "GPT-5-mini", consumer: "DeepSeek V3.2", average: 0.501 },
  { generator: "DeepSeek V3.2", consumer: "DeepSeek V3.2", average: 0.511 },
  { generator: null, consumer: "Qwen3-Coder", average: 0.402 },
  { generator: "GPT-5-mini", consumer: "Qwen3-Coder", average: 0.413 },
  { generator: "Qwen3-Coder", consumer: "Qwen3-Coder", average: 0.413 },
];
