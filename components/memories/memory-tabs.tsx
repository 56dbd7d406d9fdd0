"use client";
import { parseAsStringLiteral, useQueryState } from "nuqs";
import type { ReactNode } from "react";
import { Tabs, TabsContent, TabsList, TabsTrigger } from "#components/ui/tabs.tsx";

const tabs = ["usage", "revisions"] as const;

type MemoryTabsProps = {
  retrievals: number;
  revisionCount: number;
  usage: ReactNode;
  revisions: ReactNode;
};

/** What became of a memory: where it was shown, and how it changed. Which of the two is open stands in the address. */
export function MemoryTabs({ retrievals, revisionCount, usage, revisions }: MemoryTabsProps) {
  // What was never shown has nothing to say of its use.
  const first = retrievals > 0 ? "usage" : "revisions";
  const [tab, setTab] = useQueryState("tab", parseAsStringLiteral(tabs));
  return (
    <Tabs
      value={tab ?? first}
      onValueChange={(value) => setTab(tabs.find((each) => each === value) ?? null)}
      className="min-w-0"
    >
      <TabsList>
        <TabsTrigger value="usage">Usage ({retrievals.toLocaleString("en")})</TabsTrigger>
        <TabsTrigger value="revisions">Revisions ({revisionCount})</TabsTrigger>
      </TabsList>
      <TabsContent value="usage">{usage}</TabsContent>
      <TabsContent value="revisions">{revisions}</TabsContent>
    </Tabs>
  );
}
