import { expect, it } from "vitest";
import { driftSentence } from "./stale-notice.tsx";

it.each([
  {
    drift: { changed: 3, added: 1, gone: 2, placed: 4 },
    says: "3 changed, 1 new, 2 gone; 4 of them placed.",
  },
  { drift: { changed: 0, added: 1, gone: 0, placed: 0 }, says: "1 new." },
  { drift: { changed: 0, added: 0, gone: 0, placed: 0 }, says: "nothing changed." },
])("says: $says", ({ drift, says }) => {
  expect(driftSentence(drift)).toBe(says);
});
