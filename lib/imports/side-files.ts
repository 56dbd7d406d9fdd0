import { basename, extname } from "node:path/posix";

/** What harnesses write around results and trajectories. Asked only of files that no format recognizes by content. */
const KINDS: readonly [kind: string, path: RegExp][] = [
  [
    "logs",
    /\.log$|(?:^|\/)(?:test-std(?:out|err)|test_output|exception|return-code|std(?:out|err)|nohup)\.txt$/i,
  ],
  ["terminal recordings", /\.cast$|\/panes\/[^/]+$/i],
  ["scripts", /\.(?:sh|bash|py|j2)$|(?:^|\/)(?:Dockerfile|Makefile|commands?\.txt)$/i],
  ["settings", /(?:^|\/)config\.json$|\.(?:ya?ml|toml|ini|cfg|env|lock)$/i],
  ["patches", /\.(?:diff|patch)$/i],
  ["documents", /\.(?:md|rst|html?|pdf)$|(?:^|\/)LICEN[CS]E[^/]*$/i],
  ["agents' own files", /\/(?:agent|agent-logs|sessions|artifacts|verifier)\/.+/i],
];

/** The kind of a file that is known to hold nothing to import, told by its name or place; null for any other. */
export function sideFileKind(path: string): string | null {
  return KINDS.find(([, pattern]) => pattern.test(path))?.[0] ?? null;
}

/** Names that say enough. Logs are not among them: a harness may have put what the agent was shown into any of them. */
const SURE = /\.(?:sh|bash|py|j2|cast|diff|patch)$|\/verifier\/test-std(?:out|err)\.txt$/i;

/** Does the name alone say that the file holds nothing to import, so that it need not be opened? */
export function isSurelyBeside(path: string): boolean {
  return SURE.test(path) && sideFileKind(path) !== null;
}

/** Does the name promise records, so that a file that can't be read is worth a word? */
export function holdsRecords(path: string): boolean {
  return /\.(?:jsonl?|traj)$/i.test(path) && basename(path) !== "config.json";
}

/** What files of no known kind are counted under: their extension. */
export function unknownKind(path: string): string {
  const extension = extname(path).toLowerCase();
  return extension === "" ? "unknown files without an extension" : `unknown ${extension} files`;
}
