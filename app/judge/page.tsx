import { ConfusionTable } from "#components/judge/confusion-table.tsx";
import { JudgeRowsTable } from "#components/judge/judge-rows-table.tsx";
import { WrongLabelsTable } from "#components/judge/wrong-labels-table.tsx";
import { PageBody } from "#components/shell/page-body.tsx";
import { PageHeader } from "#components/shell/page-header.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Section } from "#components/ui/section.tsx";
import { requestDb } from "#lib/access/request-db.ts";
import { getJudgeAudit } from "#lib/judge/queries.ts";

export const metadata = { title: "Judge" };

export default async function JudgePage() {
  const { total, rows, wrong, wrongTotal } = await getJudgeAudit(requestDb());
  return (
    <PageBody>
      <PageHeader
        title="Judge"
        purpose="How often an LLM judge's verdicts agree with the verifier, and which memories were made from a wrong one."
      />
      {rows.length === 0 ? (
        <EmptyState title="No verdicts of a judge" command="npx carryover import ./outputs">
          Import runs with llm_judgement.json beside their trials, or a judge's audit of a benchmark.
        </EmptyState>
      ) : (
        <>
          <ConfusionTable figures={total} />
          <Section title="By run and benchmark">
            <JudgeRowsTable rows={rows} />
          </Section>
        </>
      )}
      {wrongTotal > 0 || rows.length > 0 ? (
        <Section
          title={`${wrongTotal} ${wrongTotal === 1 ? "memory" : "memories"} with a wrong label`}
          description="Their outcome contradicts the verifier's at the trial they were made from."
        >
          <WrongLabelsTable rows={wrong} total={wrongTotal} />
        </Section>
      ) : null}
    </PageBody>
  );
}
