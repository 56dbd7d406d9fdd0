import { AbstractionDetails } from "#components/abstraction/abstraction-details.tsx";
import { AbstractionTable } from "#components/abstraction/abstraction-table.tsx";
import { AbstractionToolbar } from "#components/abstraction/abstraction-toolbar.tsx";
import { BeforeAfter } from "#components/abstraction/before-after.tsx";
import { NotMeasured } from "#components/abstraction/empty-abstraction.tsx";
import { MeasureButton } from "#components/abstraction/measure-button.tsx";
import { MetricHistory } from "#components/abstraction/metric-history.tsx";
import { listMetricHistory } from "#lib/abstraction/metric-history.ts";
import { listAbstraction } from "#lib/abstraction/queries.ts";
import type { AbstractionSearchParams } from "#lib/abstraction/search-params.ts";
import { requestDb } from "#lib/access/request-db.ts";
import type { EmbeddingSpace } from "#lib/db/generated/client.ts";
import { listSpaces } from "#lib/embeddings/queries.ts";
import { spaceName } from "#lib/embeddings/spaces.ts";
import { projectedTypes } from "#lib/maps/schema.ts";
import { listTags } from "#lib/memories/memories-sql.ts";

type MeasurementsProps = {
  space: EmbeddingSpace;
  params: AbstractionSearchParams;
  activeJobId: string | null;
};

/** What was measured of a space: each type now, over time, and before and after. */
export async function Measurements({ space, params, activeJobId }: MeasurementsProps) {
  const { abstraction, histories, tags, spaces } = await read(space.id, params);
  const { rows, overall } = abstraction;
  const measured = [...rows.map((row) => row.measured), overall];
  const button = <MeasureButton params={params} measured={measured} activeJobId={activeJobId} />;
  const isMeasured = measured.some((each) => each !== null);
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <AbstractionToolbar
          spaces={spaces.rows.map(({ name }) => name)}
          tags={tags.rows}
          hasReleases={histories.some((history) => history.hasReleases)}
        />
        {isMeasured ? button : null}
      </div>
      {isMeasured ? (
        <>
          <div className="grid items-start gap-3 xl:grid-cols-[minmax(0,9fr)_minmax(0,4fr)]">
            <AbstractionTable rows={rows} overall={overall} params={params} space={spaceName(space)} />
            <MetricHistory histories={histories} />
          </div>
          <BeforeAfter histories={histories} by={params.history} compareTo={params.compareTo} />
          <AbstractionDetails rows={rows} overall={overall} />
        </>
      ) : (
        <NotMeasured command={metricsCommand(params)} action={button} />
      )}
    </>
  );
}

async function read(spaceId: string, params: AbstractionSearchParams) {
  const db = requestDb();
  const { type, label, tag, perplexity, measuredOn: on, history: by } = params;
  const asked = { spaceId, label, perplexity, on, ...(tag ? { tag } : {}) };
  const [abstraction, histories, tags, spaces] = await Promise.all([
    listAbstraction(db, asked),
    Promise.all(
      (type ? [type] : projectedTypes).map(async (each) => {
        const { rows, older, hasReleases } = await listMetricHistory(db, { ...asked, type: each, by });
        return { type: each, points: rows, older, hasReleases };
      }),
    ),
    label === "tag" ? listTags(db) : { rows: [] },
    listSpaces(db),
  ]);
  return { abstraction, histories, tags, spaces };
}

/** The same measurement as a command. */
function metricsCommand({ label, tag, perplexity, measuredOn, space }: AbstractionSearchParams): string {
  return [
    "npx carryover metrics",
    label === "benchmark" ? "" : `--label ${label}`,
    tag ? `--tag ${JSON.stringify(tag)}` : "",
    perplexity === 30 ? "" : `--perplexity ${perplexity}`,
    measuredOn === "map" ? "--on map" : "",
    space ? `--space ${space}` : "",
  ]
    .filter(Boolean)
    .join(" ");
}
