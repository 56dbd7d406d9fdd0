const loopbackNames = new Set(["localhost", "127.0.0.1", "[::1]"]);
const safeMethods = new Set(["GET", "HEAD", "OPTIONS"]);
/** What a browser says of a request by our own page, or by a person who typed the address. */
const ownSites = new Set(["same-origin", "none"]);

export type RequestHeaders = { get(name: string): string | null };

function hostName(host: string): string {
  return host.replace(/:\d+$/, "").toLowerCase();
}

/**
 * Why a request is not one of this machine's own pages or tools; null when it is.
 * There is no login, so two doors must stay shut: another name that was made to point here (DNS
 * rebinding shows in Host) and another site's page that posts here (it shows in Origin).
 */
export function foreignRequestReason(method: string, headers: RequestHeaders): string | null {
  const host = headers.get("host");
  if (!host || !loopbackNames.has(hostName(host))) {
    return "This server answers only to localhost, 127.0.0.1 and [::1]. Open it under one of these names.";
  }
  if (safeMethods.has(method.toUpperCase())) return null;
  const refusal = "A page of another site may not change anything here.";
  // A tool such as curl sends neither header; a browser always tells on a page of another site.
  const site = headers.get("sec-fetch-site");
  if (site && !ownSites.has(site)) return refusal;
  const origin = headers.get("origin");
  if (!origin) return null;
  if (!URL.canParse(origin) || new URL(origin).host !== host.toLowerCase()) return refusal;
  return null;
}
