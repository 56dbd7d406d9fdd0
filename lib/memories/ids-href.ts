/** A longer address is refused by some servers and proxies. */
export const mostLinkedIds = 300;

/** The link to a handful of memories by id, at most `mostLinkedIds`; `memoriesHref` would warn of its length. */
export function idsHref(ids: readonly string[]): string {
  return `/memories?ids=${ids.slice(0, mostLinkedIds).join(",")}`;
}
