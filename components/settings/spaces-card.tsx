import { Badge } from "#components/ui/badge.tsx";
import { Card } from "#components/ui/card.tsx";
import { Table, TableBody, TableCell, TableHead, TableHeaderCell, TableRow } from "#components/ui/table.tsx";
import type { ModelStatus, SpaceLine } from "#lib/settings/schema.ts";
import { SwitchSpaceButton } from "./switch-space-button.tsx";

type SpacesCardProps = { spaces: readonly SpaceLine[]; status: ModelStatus; lexicalModel: string };

const kinds: Record<string, string> = {
  lexical: "built in: shared words, not meaning",
  openai: "made by the embedding server",
  imported: "came with an import; new texts can't be embedded in it",
};

/** The embedding spaces, what they cover, and the switch between them. */
export function SpacesCard({ spaces, status, lexicalModel }: SpacesCardProps) {
  const hasLexical = spaces.some((space) => space.model === lexicalModel);
  const hasConfigured = spaces.some((space) => space.model === status.embeddingModel);
  return (
    <Card
      title="Embedding space"
      description="A model and its dimensions. Vectors of two spaces are never compared; a switch embeds what the new space lacks, as a job."
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
          Nothing is embedded yet: the built-in space is made with the first import.
        </p>
      ) : (
        <Table label="Embedding spaces">
          <TableHead>
            <tr>
              <TableHeaderCell>Space</TableHeaderCell>
              <TableHeaderCell>Serves</TableHeaderCell>
              <TableHeaderCell numeric>Embedded</TableHeaderCell>
              <TableHeaderCell numeric>Stale</TableHeaderCell>
              <TableHeaderCell numeric>Missing</TableHeaderCell>
            </tr>
          </TableHead>
          <TableBody>
            {spaces.map((space) => (
              <TableRow key={space.id}>
                <TableCell className="min-w-36">
                  <span className="font-medium wrap-anywhere">{space.name}</span>
                  <span className="block text-xs text-muted">{kinds[space.provider] ?? space.provider}</span>
                </TableCell>
                <TableCell>
                  {space.active ? (
                    <Badge tone="good">active</Badge>
                  ) : (
                    <SwitchSpaceButton input={{ spaceId: space.id }} label="Switch" names={space.name} />
                  )}
                </TableCell>
                <TableCell numeric>{space.fresh.toLocaleString("en")}</TableCell>
                <TableCell numeric>{space.stale.toLocaleString("en")}</TableCell>
                <TableCell numeric>{space.missing.toLocaleString("en")}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
    </Card>
  );
}
