"use client";
import { useState, useTransition } from "react";
import { toast } from "sonner";
import { callServer } from "#components/ui/call-server.ts";
import { Card } from "#components/ui/card.tsx";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { setKeepOriginalsAction } from "#lib/imports/actions.ts";

/** Whether imports keep the files that trials come from. */
export function OriginalsCard({ keeps }: { keeps: boolean }) {
  const [isKept, setKept] = useState(keeps);
  const [pending, startTransition] = useTransition();
  function change(keep: boolean) {
    setKept(keep);
    startTransition(async () => {
      const result = await callServer(() => setKeepOriginalsAction(keep));
      if (result.ok)
        toast(keep ? "Originals are kept from the next import on." : "Originals are no longer kept.");
      else {
        setKept(!keep);
        toast.error(result.error.message);
      }
    });
  }
  return (
    <Card
      title="Original files"
      description="Results and trajectories as they were imported, compressed in the database and offered on each trial's page. They go with their run. The doctor says how large they are."
    >
      <div className="flex items-center gap-2">
        <Checkbox
          id="keep-originals"
          checked={isKept}
          disabled={pending}
          onChange={(event) => change(event.target.checked)}
        />
        <label htmlFor="keep-originals">Keep the files that trials are imported from</label>
      </div>
    </Card>
  );
}
