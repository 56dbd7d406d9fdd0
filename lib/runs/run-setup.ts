import { z } from "zod";

/** What is known of a run beside its trials: what comparisons check for equality and curves are drawn over. */
export type RunSetup = {
  /** Memories in the pool it retrieved from. */
  poolSize: number | null;
  /** Benchmarks those memories came from. */
  domains: number | null;
  /** How memories were chosen: embedding, rerank, rewrite ... */
  retrieval: string | null;
  /** The model that wrote the memories. */
  generator: string | null;
  agentVersion: string | null;
  /** Per attempt. */
  timeoutSeconds: number | null;
  /** What the tasks ran in: an image digest, a machine. */
  environment: string | null;
};
export type SetupField = keyof RunSetup;

const text = z.string().trim().max(200, { error: "At most 200 characters" });
const count = (name: string) =>
  z.coerce.number({ error: `${name} is a number` }).nonnegative({ error: `${name} is not negative` });

/** What a form sends: all fields as texts, empty = not stated. */
const fields = {
  poolSize: count("Pool size").int({ error: "Pool size is a whole number" }),
  domains: count("Domains").int({ error: "Domains is a whole number" }),
  retrieval: text,
  generator: text,
  agentVersion: text,
  timeoutSeconds: count("Timeout"),
  environment: text,
} satisfies Record<SetupField, z.ZodType>;

export const SETUP_FIELDS = Object.keys(fields) as SetupField[];

/** Names of the fields as pages show them. */
export const setupNames: Record<SetupField, string> = {
  poolSize: "Pool size",
  domains: "Domains in the pool",
  retrieval: "Retrieval method",
  generator: "Generator model",
  agentVersion: "Agent version",
  timeoutSeconds: "Timeout, seconds",
  environment: "Environment",
};

export const statedSetupSchema = z.strictObject(
  Object.fromEntries(
    SETUP_FIELDS.map((field) => [
      field,
      z.preprocess(
        (value) => (typeof value === "string" && value.trim() === "" ? undefined : value),
        fields[field].optional(),
      ),
    ]),
  ) as unknown as { [K in SetupField]: z.ZodOptional<(typeof fields)[K]> },
);
export type StatedSetup = z.output<typeof statedSetupSchema>;

/** Spellings under which imported configurations hold a field, without case and separators. */
const spellings: Record<SetupField, readonly string[]> = {
  poolSize: ["poolsize", "memories", "memorycount"],
  domains: ["domains", "pooldomains", "domaincount"],
  retrieval: ["retrieval", "retrievalmethod", "retrieval.method"],
  generator: ["generator", "generatormodel", "memorymodel"],
  agentVersion: ["agentversion", "agent.version"],
  timeoutSeconds: [
    "timeoutseconds",
    "timeoutsec",
    "timeouts",
    "timeout",
    "agenttimeoutsec",
    "globaltimeoutsec",
  ],
  environment: ["environment", "environmentfingerprint", "image", "dockerimage", "imagedigest"],
};

/**
 * The setup of a run: what a person stated, else what the imported configuration says; null = unknown.
 * @param config Run.config @param stated Run.setup
 */
export function readSetup(config: unknown, stated: unknown): RunSetup {
  const said = statedSetupSchema.safeParse(stated ?? {});
  const imported = flatten(config);
  const entries = SETUP_FIELDS.map((field) => [
    field,
    (said.success ? said.data[field] : undefined) ?? importedField(imported, field),
  ]);
  return Object.fromEntries(entries) as RunSetup;
}

function importedField(imported: ReadonlyMap<string, unknown>, field: SetupField): unknown {
  for (const spelling of spellings[field]) {
    const value = imported.get(spelling);
    if (value === undefined || value === null || typeof value === "object") continue;
    const parsed = fields[field].safeParse(String(value));
    if (parsed.success && parsed.data !== "") return parsed.data;
  }
  return null;
}

/** Keys of the configuration and of the objects in it ("retrieval.method"), without case and separators. */
function flatten(config: unknown): Map<string, unknown> {
  const found = new Map<string, unknown>();
  if (config === null || typeof config !== "object") return found;
  for (const [key, value] of Object.entries(config)) {
    found.set(plain(key), value);
    if (value === null || typeof value !== "object" || Array.isArray(value)) continue;
    for (const [inner, its] of Object.entries(value)) found.set(`${plain(key)}.${plain(inner)}`, its);
  }
  return found;
}

function plain(key: string): string {
  return key.toLowerCase().replace(/[^a-z0-9]/g, "");
}
