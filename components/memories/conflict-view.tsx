import { Button } from "#components/ui/button.tsx";
import { Callout } from "#components/ui/callout.tsx";
import { DiffView } from "#components/ui/diff-view.tsx";
import type { EditableMemory } from "#lib/memories/verbs/update-memory.ts";
import { type FormValues, textOfValues } from "./form-values.ts";

type ConflictViewProps = {
  message: string;
  newest: EditableMemory;
  /** What is typed. */
  mine: FormValues;
  /** Go on with what is typed, on top of the newest version. */
  onKeepMine: () => void;
  /** Throw away what is typed. */
  onTakeNewest: () => void;
};

/** Someone else saved first: what they wrote against what is typed here, of which nothing is lost. */
export function ConflictView({ message, newest, mine, onKeepMine, onTakeNewest }: ConflictViewProps) {
  return (
    <div role="alert" className="flex flex-col gap-2">
      <Callout
        tone="warn"
        title="Someone else saved first"
        actions={
          <>
            <Button size="small" variant="primary" onClick={onKeepMine}>
              Keep my changes
            </Button>
            <Button size="small" onClick={onTakeNewest}>
              Use revision {newest.version}
            </Button>
          </>
        }
      >
        <p>{message} Your changes are still in the form below.</p>
      </Callout>
      <DiffView
        label={`Revision ${newest.version} against your changes`}
        before={textOfValues(newest.type, newest)}
        after={textOfValues(newest.type, mine)}
      />
      <p className="text-xs text-muted">
        Lines with - are in revision {newest.version}, lines with + are yours.
      </p>
    </div>
  );
}
