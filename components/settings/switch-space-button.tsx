"use client";
import { useTransition } from "react";
import { toast } from "sonner";
import { Button } from "#components/ui/button.tsx";
import { callServer } from "#components/ui/call-server.ts";
import { switchSpaceAction } from "#lib/settings/actions.ts";

type SwitchSpaceButtonProps = {
  input: { spaceId: string } | { provider: "lexical" | "openai" };
  label: string;
  /** The space, where the label alone does not name it. */
  names?: string;
};

export function SwitchSpaceButton({ input, label, names }: SwitchSpaceButtonProps) {
  const [pending, startTransition] = useTransition();
  function switchTo() {
    startTransition(async () => {
      const result = await callServer(() => switchSpaceAction(input));
      if (result.ok) toast(`${result.value.space} is active; missing embeddings are being computed.`);
      else toast.error(result.error.message);
    });
  }
  return (
    <Button
      size="small"
      pending={pending}
      onClick={switchTo}
      {...(names ? { "aria-label": `${label} to ${names}` } : {})}
    >
      {label}
    </Button>
  );
}
