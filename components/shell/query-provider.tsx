"use client";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { QueryFailure } from "#components/ui/fetch-json.ts";

/** How queries behave here: a server on this machine, which is there or is not, whatever the network does. */
export function newQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: "always",
        staleTime: 10_000,
        refetchOnWindowFocus: false,
        retry: (failures, error) => failures < 1 && isPassing(error),
        retryDelay: 500,
      },
    },
  });
}

/** What the server refused, it refuses again. */
function isPassing(error: Error): boolean {
  return error instanceof QueryFailure && error.code === "unavailable";
}

/** What components fetch by themselves: shared while in flight, kept for a while, asked for again when it is old. */
export function QueryProvider({ children }: { children: ReactNode }) {
  const [client] = useState(newQueryClient);
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>;
}
