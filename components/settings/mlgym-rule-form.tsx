"use client";
import { useState, useTransition } from "react";
import { toast } from "sonner";
import { Button } from "#components/ui/button.tsx";
import { callServer } from "#components/ui/call-server.ts";
import { Card } from "#components/ui/card.tsx";
import { ErrorNotice } from "#components/ui/error-notice.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { Textarea } from "#components/ui/textarea.tsx";
import { setMlgymRuleAction } from "#lib/settings/actions.ts";

/** What score of MLGym passes. `lines`: directions and thresholds, one a line. */
export function MlgymRuleForm({ margin, lines }: { margin: string; lines: string }) {
  const [message, setMessage] = useState<string | null>(null);
  const [pending, startTransition] = useTransition();

  function save(form: FormData) {
    const text = `margin: ${String(form.get("margin") ?? "").trim() || "0"}\n${String(form.get("lines") ?? "")}`;
    startTransition(async () => {
      const result = await callServer(() => setMlgymRuleAction(text));
      setMessage(result.ok ? null : result.error.message);
      if (result.ok) toast("Saved. Import MLGym's runs again to judge them by it.");
    });
  }

  return (
    <Card
      title="MLGym outcomes"
      description="A trial passed when its final score is better than the task's baseline by more than the margin. Whether higher or lower is better is read from the metric's name (accuracy, score, reward, R2, F1, BLEU; loss, MSE, RMSE, MAE, perplexity)."
    >
      <form
        aria-label="MLGym outcomes"
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          save(new FormData(event.currentTarget));
        }}
      >
        <div className="grid gap-3 sm:grid-cols-[12rem_1fr]">
          <Field label="Margin" description="0.02, or 5% of the baseline">
            <Input name="margin" defaultValue={margin} />
          </Field>
          <Field
            label="Metrics and thresholds"
            description={`One per line: "METRIC: higher", "lower" or "ignored"; "TASK OR METRIC: 0.8" for a threshold in place of the baseline`}
          >
            <Textarea name="lines" rows={3} defaultValue={lines} />
          </Field>
        </div>
        {message ? <ErrorNotice message={message} /> : null}
        <div>
          <Button type="submit" pending={pending}>
            Save rule
          </Button>
        </div>
      </form>
    </Card>
  );
}
