import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { fetchJson, rest } from "./fetch-json.ts";

export type SearchOption = {
  value: string;
  label: string;
  /** Second line. */
  detail?: string | null;
};

/** state: "loading" also while the options of other words are still in sight. */
export type FoundOptions = { options: readonly SearchOption[]; state: "idle" | "loading" | "failed" };

const restMs = 150;

/** What the server finds by some words, asked for when typing pauses; nothing is asked while the list is closed. */
export function useSearchOptions(endpoint: string, text: string, open: boolean): FoundOptions {
  const { data, error, isFetching } = useQuery({
    queryKey: ["search options", endpoint, text],
    enabled: open,
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => {
      await rest(restMs, signal);
      const address = `${endpoint}?q=${encodeURIComponent(text)}`;
      return (await fetchJson<{ options: SearchOption[] }>(address, signal)).options;
    },
  });
  if (error) return { options: [], state: "failed" };
  return { options: data ?? [], state: isFetching ? "loading" : "idle" };
}
