import type { Finding, LintSubject, Severity } from "./schema.ts";
import { generalFieldsOf } from "./text-fields.ts";

type Span = [start: number, end: number];
type NamingRule =
  | "names-file"
  | "names-identifier"
  | "names-version"
  | "names-error-string"
  | "language-specific-command";

const extensions =
  "py|pyi|ipynb|js|jsx|mjs|cjs|ts|tsx|rs|go|java|kt|rb|php|c|cc|cpp|h|hpp|cs|swift|scala|sh|bash|sql|html|css|json|jsonl|ya?ml|toml|ini|cfg|conf|lock|xml|csv|md|rst|txt|log|env";
const patterns: Record<
  NamingRule,
  { severity: Severity; expressions: RegExp[]; say: (text: string) => string }
> = {
  "names-file": {
    severity: "warning",
    expressions: [
      new RegExp(
        `(?<![\\w./-])(?:~?/|\\.{1,2}/)?(?:[\\w.-]+/)*[\\w-][\\w.-]*\\.(?:${extensions})(?![\\w/])`,
        "gi",
      ),
      // A path without an extension: at least two folders, or one under the root.
      /(?<![\w./:-])(?:\/[\w.-]+){2,}\/?(?![\w/])/g,
    ],
    say: (text) => `Names the file ${text}. Say what kind of file it is.`,
  },
  "names-error-string": {
    severity: "info",
    expressions: [
      /\b[A-Z]\w*(?:Error|Exception|Warning)\b/g,
      /Traceback \(most recent call last\)/g,
      /\berrno \d+/gi,
    ],
    say: (text) => `Quotes the error ${text}. Say what kind of failure it is.`,
  },
  "names-identifier": {
    severity: "info",
    expressions: [
      /(?<![\w-])--[a-z][\w-]*/g,
      /\b[A-Za-z]\w*\(\)/g,
      /\b_*[a-z][a-z0-9]*(?:_[a-z0-9]+)+\b/gi,
      /\b[a-z][a-z0-9]+[A-Z]\w{2,}\b/g,
      /\b(?:[A-Z][a-z0-9]+){2,}\b/g,
    ],
    say: (text) => `Names ${text}. Say what it does instead.`,
  },
  "names-version": {
    severity: "info",
    expressions: [
      /(?:[=<>~^!]=?\s*)\d+(?:\.\d+)+\b/g,
      /\bv\d+(?:\.\d+)*\b/g,
      /(?<![\d.])\d+\.\d+\.\d+(?:[-+]\w+)*(?![\d.]*\.\d)\b/g,
      /\b(?:Python|Node(?:\.js)?|Java|Go|Ruby|PHP|Rust|Django|React|GCC|CUDA|Ubuntu|Debian) \d+(?:\.\d+)*\b/gi,
    ],
    say: (text) => `Names the version ${text.trim()}. Say what changed, or set a date it is valid until.`,
  },
  "language-specific-command": {
    severity: "info",
    expressions: [
      /\b(?:pip3?|poetry|conda|npm|npx|yarn|pnpm|cargo|rustup|bundle|gem|composer|dotnet|mvn|gradle|brew) (?:install|run|test|exec|build|add|update|ci|init|update|check)\b/g,
      /\b(?:pytest|unittest|tox|jest|vitest|mypy|rubocop|phpunit|javac|gofmt|clippy)\b/g,
      /\bgo (?:test|build|run|vet|mod)\b/g,
    ],
    say: (text) =>
      `Names the command ${text}. Describe the step, and leave the choice of tool to the project.`,
  },
};

/** Names that look like identifiers and are words of the trade. */
const properNames = new Set(
  "GitHub GitLab JavaScript TypeScript PostgreSQL MySQL SQLite MongoDB GraphQL NumPy PyTorch TensorFlow OpenAI DevOps macOS iOS YouTube LeetCode CodeForces AtCoder LaTeX OAuth WebSocket VSCode eBay iPhone"
    .toLowerCase()
    .split(" "),
);

/** Concrete names in the general texts of a memory, each place once and under one rule. */
export function findNames(memory: LintSubject): Finding[] {
  return generalFieldsOf(memory).flatMap(({ field, text }) => {
    const taken = new Uint8Array(text.length);
    // In the order of the table: a file's name is not also an identifier.
    return Object.entries(patterns).flatMap(([rule, { severity, expressions, say }]) =>
      spansOf(text, expressions)
        .filter(([start, end]) => !taken.subarray(start, end).includes(1))
        .filter(([start, end]) => !properNames.has(text.slice(start, end).toLowerCase()))
        .map((span) => {
          taken.fill(1, ...span);
          const message = say(text.slice(...span));
          return { rule: rule as NamingRule, severity, message, field, span };
        }),
    );
  });
}

function spansOf(text: string, expressions: readonly RegExp[]): Span[] {
  const spans = expressions.flatMap((expression) =>
    [...text.matchAll(expression)].map((match): Span => [match.index, match.index + match[0].length]),
  );
  // One place may match twice: keep the longest that starts first.
  spans.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  let lastEnd = 0;
  return spans.filter(([start, end]) => {
    const free = lastEnd <= start;
    lastEnd = Math.max(lastEnd, end);
    return free;
  });
}
