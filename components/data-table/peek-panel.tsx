import { X } from "lucide-react";
import type { ReactNode } from "react";
import { IconButton } from "#components/ui/icon-button.tsx";

/** A look at the row with the focus, beside the table; below it in narrow windows. */
export function PeekPanel({ onClose, children }: { onClose: () => void; children: ReactNode }) {
  return (
    <aside
      aria-label="Focused row"
      className="relative w-96 shrink-0 overflow-y-auto rounded-md border border-line bg-surface p-3 max-xl:w-80 max-lg:fixed max-lg:inset-x-2 max-lg:bottom-2 max-lg:z-30 max-lg:max-h-[55dvh] max-lg:w-auto max-lg:shadow-raised"
    >
      <IconButton label="Close (Space)" size="small" className="absolute top-2 right-2" onClick={onClose}>
        <X aria-hidden />
      </IconButton>
      {children}
    </aside>
  );
}
