import type { ImportRequest } from "./schema.ts";

/** The same import on the command line, quoted for a POSIX shell; without a path, the one of the example. */
export function importCommandLine(path: string, { arm, run, benchmark }: Partial<ImportRequest>): string {
  const options = [
    arm === "memory" ? "--arm memory" : arm === "zero_shot" ? "--arm zero-shot" : "",
    run?.trim() ? `--run ${shellQuoted(run.trim())}` : "",
    benchmark?.trim() ? `--benchmark ${shellQuoted(benchmark.trim())}` : "",
    "--dry-run",
  ].filter((option) => option !== "");
  return ["npx carryover import", shellQuoted(path.trim() || "./outputs"), ...options].join(" ");
}

/** A leading `~/` stays open for the shell to fill in; a path that begins with a dash is no option. */
function shellQuoted(text: string): string {
  if (text.startsWith("~/")) return text === "~/" ? text : `~/${shellQuoted(text.slice(2))}`;
  if (text.startsWith("-")) return shellQuoted(`./${text}`);
  return /^[\w@%+=:,./-]+$|^~$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}
