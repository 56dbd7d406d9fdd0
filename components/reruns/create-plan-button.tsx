"use client";
import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { toast } from "sonner";
import { Button } from "#components/ui/button.tsx";
import { callServer } from "#components/ui/call-server.ts";
import { createPlanAction } from "#lib/reruns/actions.ts";
import type { PlanRequest } from "#lib/reruns/schema.ts";

/** Keeps the plan, and opens its page with the downloads. */
export function CreatePlanButton({ request }: { request: PlanRequest }) {
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  function create() {
    startTransition(async () => {
      const made = await callServer(() => createPlanAction(request));
      if (made.ok) router.push(`/reruns/${made.value.id}`);
      else toast.error(made.error.message);
    });
  }
  return (
    <Button variant="primary" size="small" pending={pending} onClick={create}>
      Create plan
    </Button>
  );
}
