import { QueryClientProvider } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { newQueryClient } from "./query-provider.tsx";

/** Around what a test draws: queries as on every page, with a cache of the test's own. */
export function queriesOfTest(): ({ children }: { children: ReactNode }) => ReactNode {
  const client = newQueryClient();
  return ({ children }) => <QueryClientProvider client={client}>{children}</QueryClientProvider>;
}

/** Stands in for the server: answers by address, and keeps what it was asked. */
export function serverOfTest(answer: (address: string) => Response | Promise<Response>): {
  fetch: typeof fetch;
  asked: { address: string; signal: AbortSignal | null }[];
} {
  const asked: { address: string; signal: AbortSignal | null }[] = [];
  return {
    asked,
    fetch: async (address, init) => {
      asked.push({ address: String(address), signal: init?.signal ?? null });
      return answer(String(address));
    },
  };
}
