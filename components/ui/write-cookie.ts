const yearSeconds = 60 * 60 * 24 * 365;

/** Remembers a choice for a year, so that the server draws the next page by it; an empty value forgets it. */
export function writeCookie(name: string, value: string): void {
  const maxAge = value === "" ? 0 : yearSeconds;
  // biome-ignore lint/suspicious/noDocumentCookie: CookieStore is not in every browser that is supported.
  document.cookie = `${name}=${value}; path=/; max-age=${maxAge}; samesite=lax`;
}
