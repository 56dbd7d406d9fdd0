import { callServer } from "#components/ui/call-server.ts";
import { deprecateOnCaseAction } from "#lib/attribution/cases/actions.ts";
import type { CaseRef } from "#lib/attribution/cases/schema.ts";
import {
  deprecateMemoriesAction,
  promoteMemoriesAction,
  restoreMemoriesAction,
  setValidityAction,
  tagMemoriesAction,
} from "#lib/memories/actions.ts";
import type { Selection } from "#lib/memories/schema.ts";
import { reviewTag } from "#lib/memories/search-params.ts";
import type { Result } from "#lib/shared/result.ts";
import type { ChangeDone } from "./use-undo.ts";

export type CurationKind = "deprecate" | "restore" | "promote" | "validity" | "tag" | "review";

type Curation = {
  /** The button. */
  label: string;
  /** The dialog's title before the count: "Deprecate 12 memories". */
  verb: string;
  /** The toast's first words. */
  done: string;
  explain: string;
  reasonRequired: boolean;
  /** `onCase`: the case whose evidence goes with the revisions; only deprecation takes one. */
  run: (selection: Selection, form: FormData, onCase?: CaseRef) => Promise<Result<ChangeDone>>;
};

function text(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
}
function words(form: FormData, name: string): string[] {
  return text(form, name)
    .split(",")
    .map((word) => word.trim())
    .filter(Boolean);
}
const reason = (form: FormData) => ({ reason: text(form, "reason") });

/** What can be done with a selection: words for the screen, and the form turned into the verb's input. */
export const curations: Record<CurationKind, Curation> = {
  deprecate: {
    label: "Deprecate",
    verb: "Deprecate",
    done: "Deprecated",
    explain: "Retrieval no longer shows a deprecated memory. Nothing is deleted; it can be restored.",
    reasonRequired: true,
    run: (selection, form, onCase) => {
      const input = { selection, ...reason(form) };
      if (onCase) return callServer(() => deprecateOnCaseAction(input, onCase));
      return callServer(() => deprecateMemoriesAction(input));
    },
  },
  restore: {
    label: "Restore",
    verb: "Restore",
    done: "Restored",
    explain: "Deprecated memories become active again; others stay as they are.",
    reasonRequired: false,
    run: (selection, form) => callServer(() => restoreMemoriesAction({ selection, ...reason(form) })),
  },
  promote: {
    label: "Promote",
    verb: "Promote",
    done: "Promoted",
    explain: "Candidates become active, so that retrieval may show them; others stay as they are.",
    reasonRequired: false,
    run: (selection, form) => callServer(() => promoteMemoriesAction({ selection, ...reason(form) })),
  },
  validity: {
    label: "Valid until",
    verb: "Set the validity of",
    done: "Validity set",
    explain: "Retrieval shows it until the end of that day, in UTC.",
    reasonRequired: false,
    run: (selection, form) => {
      const from = form.has("validFrom") ? { validFrom: text(form, "validFrom") || null } : {};
      return callServer(() =>
        setValidityAction({
          selection,
          validUntil: text(form, "validUntil") || null,
          ...from,
          ...reason(form),
        }),
      );
    },
  },
  tag: {
    label: "Tag",
    verb: "Tag",
    done: "Tagged",
    explain: "Tags are for people: they filter this table and travel with exports.",
    reasonRequired: false,
    run: (selection, form) =>
      callServer(() =>
        tagMemoriesAction({
          selection,
          add: words(form, "add"),
          remove: words(form, "remove"),
          ...reason(form),
        }),
      ),
  },
  review: {
    label: "Mark for review",
    verb: "Mark for review",
    done: "Marked for review",
    explain: `Adds the tag "${reviewTag}", by which Overview, All memories and Map find them.`,
    reasonRequired: false,
    run: (selection, form) =>
      callServer(() => tagMemoriesAction({ selection, add: [reviewTag], ...reason(form) })),
  },
};
