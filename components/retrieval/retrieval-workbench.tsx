"use client";
import { useState } from "react";
import { RetrievalForm, type RetrievalFormProps } from "./retrieval-form.tsx";

/**
 * The form and its answer. Another address means another form; the address that a press of Preview wrote itself, so
 * that it can be copied, does not.
 */
export function RetrievalWorkbench(props: Omit<RetrievalFormProps, "onAsked">) {
  const address = JSON.stringify(props.params);
  const [base, setBase] = useState(address);
  const [own, setOwn] = useState<string | null>(null);
  if (address !== base && address !== own) {
    setBase(address);
    setOwn(null);
  }
  return <RetrievalForm key={base} {...props} onAsked={(params) => setOwn(JSON.stringify(params))} />;
}
