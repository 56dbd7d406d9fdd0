"use client";
import { createContext, type ReactNode, use, useState } from "react";
import { CurationDialog, type CurationRequest } from "#components/memories/curation-dialog.tsx";
import { useUndo } from "#components/memories/use-undo.ts";
import { Button } from "#components/ui/button.tsx";

const Deprecation = createContext<(memoryId: string) => void>(() => undefined);

/** One dialog and one undo for all Deprecate buttons inside. */
export function DeprecationProvider({ children }: { children: ReactNode }) {
  const { report } = useUndo();
  const [request, setRequest] = useState<CurationRequest | null>(null);
  const deprecate = (memoryId: string) =>
    setRequest({ kind: "deprecate", selection: { ids: [memoryId] }, count: 1 });
  return (
    <Deprecation value={deprecate}>
      {children}
      <CurationDialog request={request} onClose={() => setRequest(null)} onDone={report} />
    </Deprecation>
  );
}

/** Asks for the reason and deprecates where the harm is seen. Only inside a DeprecationProvider. */
export function DeprecateButton({ memoryId, title }: { memoryId: string; title: string }) {
  const deprecate = use(Deprecation);
  return (
    <Button size="small" onClick={() => deprecate(memoryId)}>
      Deprecate<span className="sr-only"> {title}</span>
    </Button>
  );
}
