import { BenchmarkNamesCard } from "#components/settings/benchmark-names-card.tsx";
import { ColumnMappingsCard } from "#components/settings/column-mappings-card.tsx";
import { EmbedJobs } from "#components/settings/embed-jobs.tsx";
import { EmbeddedTextForm } from "#components/settings/embedded-text-form.tsx";
import { MlgymRuleForm } from "#components/settings/mlgym-rule-form.tsx";
import { ModelStatusCard } from "#components/settings/model-status-card.tsx";
import { OriginalsCard } from "#components/settings/originals-card.tsx";
import { SpacesCard } from "#components/settings/spaces-card.tsx";
import { PageBody } from "#components/shell/page-body.tsx";
import { PageHeader } from "#components/shell/page-header.tsx";
import { requestDb } from "#lib/access/request-db.ts";
import { listAliases, listNearBenchmarks } from "#lib/benchmarks/queries.ts";
import { lexicalModel } from "#lib/embeddings/lexical-embedding.ts";
import { listSpaces } from "#lib/embeddings/queries.ts";
import { readEnv } from "#lib/env.ts";
import { keepsOriginals } from "#lib/imports/originals/keep-setting.ts";
import { listColumnMappings } from "#lib/imports/tables/queries.ts";
import { listUnfinishedJobs } from "#lib/jobs/queries.ts";
import { getEmbeddedTextSetting } from "#lib/memories/embedded-text.ts";
import { marginText, mlgymRuleLines, mlgymRuleText } from "#lib/runs/mlgym-rule.ts";
import { getMlgymRule } from "#lib/runs/stored-mlgym-rule.ts";
import { modelStatus } from "#lib/settings/model-status.ts";

export const metadata = { title: "Settings" };

export default async function SettingsPage() {
  const db = requestDb();
  const [spaces, embeddedText, jobs, near, aliases, rule, mappings, keeps] = await Promise.all([
    listSpaces(db),
    getEmbeddedTextSetting(db),
    listUnfinishedJobs(db),
    listNearBenchmarks(db),
    listAliases(db),
    getMlgymRule(db),
    listColumnMappings(db),
    keepsOriginals(db),
  ]);
  const status = modelStatus(readEnv());
  const embedJobIds = jobs.filter((job) => job.kind === "embed").map((job) => job.id);
  return (
    <PageBody>
      <PageHeader
        title="Settings"
        purpose="Embedding space, embedded text, benchmark names, the MLGym rule, columns of tables and models."
      />
      <EmbedJobs jobIds={embedJobIds} />
      <SpacesCard spaces={spaces.rows} status={status} lexicalModel={lexicalModel} />
      <EmbeddedTextForm key={JSON.stringify(embeddedText)} setting={embeddedText} />
      <BenchmarkNamesCard near={near} aliases={aliases} />
      <MlgymRuleForm
        key={mlgymRuleText(rule)}
        margin={marginText(rule)}
        lines={mlgymRuleLines(rule).join("\n")}
      />
      <ColumnMappingsCard mappings={mappings} />
      <OriginalsCard keeps={keeps} />
      <ModelStatusCard status={status} />
    </PageBody>
  );
}
