import { Card } from "#components/ui/card.tsx";
import type { ModelStatus, SpaceLine } from "#lib/settings/schema.ts";
import { SpacesTable } from "./spaces-table.tsx";
import { SwitchSpaceButton } from "./switch-space-button.tsx";

type SpacesCardProps = { spaces: readonly SpaceLine[]; status: ModelStatus; lexicalModel: string };

/** The embedding spaces, what they cover, and the switch between them. */
export function SpacesCard({ spaces, status, lexicalModel }: SpacesCardProps) {
  const hasLexical = spaces.some((space) => space.model === lexicalModel);
  const hasConfigured = spaces.some((space) => space.model === status.embeddingModel);
  return (
    <Card
      title="Embedding space"
      description="A model and its dimensions. Vectors of two spaces are never compared; switching starts a job that embeds what the new space lacks."
      actions={
        <>
          {hasLexical ? null : (
            <SwitchSpaceButton input={{ provider: "lexical" }} label="Use the built-in space" />
          )}
          {status.missing || hasConfigured ? null : (
            <SwitchSpaceButton input={{ provider: "openai" }} label={`Use ${status.embeddingModel}`} />
          )}
        </>
      }
      flush
    >
      {spaces.length === 0 ? (
        <p className="px-4 pb-4 text-muted">
          Nothing is embedded yet: the first import creates the built-in space.
        </p>
      ) : (
        <SpacesTable spaces={spaces} />
      )}
    </Card>
  );
}
