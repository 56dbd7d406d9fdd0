import {
  createLoader,
  createSerializer,
  parseAsInteger,
  parseAsString,
  parseAsStringLiteral,
} from "nuqs/server";
import { memoryTypes } from "#lib/memories/content.ts";

/** Past drafts on one page. */
export const generationPageSize = 25;

/** URL state of /regenerate. */
export const regenerateParams = {
  /** Preselects a memory to regenerate from its source. */
  memory: parseAsString,
  /** Preselects a trial as source. */
  trial: parseAsString,
  type: parseAsStringLiteral(memoryTypes),
  /** Page of the decided drafts, 1-based. */
  page: parseAsInteger.withDefault(1),
};
export const loadRegenerateParams = createLoader(regenerateParams);
export const regenerateHref = createSerializer(regenerateParams);
