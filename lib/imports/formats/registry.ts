import type { Sample } from "../read-source.ts";
import { acePlaybook } from "./ace-playbook.ts";
import { aider } from "./aider.ts";
import { atif } from "./atif.ts";
import { carryoverMemory } from "./carryover-memory.ts";
import { ctrf } from "./ctrf.ts";
import type { Format } from "./format.ts";
import { harborJob, harborTrial } from "./harbor.ts";
import { harborJudgement, harborReward } from "./harbor-sidecars.ts";
import { judgeAudit } from "./judge-audit.ts";
import { kaybaSkillbook } from "./kayba-skillbook.ts";
import { liveCodeBench } from "./livecodebench.ts";
import { miniSweAgent } from "./mini-swe-agent.ts";
import { mlgymResults } from "./mlgym-results.ts";
import { mtlPool } from "./mtl-pool.ts";
import { notYetFormats } from "./not-yet.ts";
import { openHands } from "./openhands.ts";
import { carryoverCsv, carryoverParquet } from "./own-tables.ts";
import { reasoningBank } from "./reasoning-bank.ts";
import { reme } from "./reme.ts";
import { rerunResults } from "./rerun-results.ts";
import { retrievalLog } from "./retrieval-log.ts";
import { sweAgent } from "./swe-agent.ts";
import { swebenchReport, swebenchTestbed } from "./swebench-report.ts";
import { swebenchRunReport } from "./swebench-run-report.ts";
import { terminalBenchMetadata, terminalBenchRun, terminalBenchTrial } from "./terminal-bench.ts";

/** Every known format, the more particular before the more general. */
const formats: readonly Format[] = [
  harborReward,
  harborJudgement,
  carryoverMemory,
  carryoverCsv,
  carryoverParquet,
  rerunResults,
  reme,
  reasoningBank,
  kaybaSkillbook,
  atif,
  harborTrial,
  harborJob,
  ctrf,
  terminalBenchRun,
  terminalBenchTrial,
  terminalBenchMetadata,
  mlgymResults,
  judgeAudit,
  aider,
  liveCodeBench,
  swebenchRunReport,
  swebenchReport,
  swebenchTestbed,
  sweAgent,
  openHands,
  miniSweAgent,
  mtlPool,
  retrievalLog,
  acePlaybook,
  ...notYetFormats,
];

/** The format that recognizes a file, or null. */
export function recognize(sample: Sample): Format | null {
  return formats.find((format) => format.recognize(sample)) ?? null;
}
