import { type NextRequest, NextResponse } from "next/server";
import { foreignRequestReason } from "#lib/access/foreign-request.ts";
import { type Refusal, requestRefusal } from "#lib/access/request-limits.ts";
import { isDevelopment } from "#lib/env.ts";

/** Only this page's own scripts run. Styles stay open: positions of menus and charts are inline. */
function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ""}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}

/** Before every page, action and API call: refuse what is foreign or too much, and give the page its script nonce. */
export function proxy(request: NextRequest): NextResponse {
  const reason = foreignRequestReason(request.method, request.headers);
  if (reason) return refusal({ status: 403, message: reason });
  const { pathname, search } = request.nextUrl;
  const refused = requestRefusal(request.method, pathname + search, request.headers);
  if (refused) return refusal(refused);
  const nonce = Buffer.from(crypto.randomUUID()).toString("base64");
  const policy = contentSecurityPolicy(nonce);
  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.set("Content-Security-Policy", policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("Content-Security-Policy", policy);
  return response;
}

function refusal({ status, message }: Refusal): NextResponse {
  const code = status === 403 ? "forbidden" : "invalid";
  return NextResponse.json({ error: { code, message } }, { status });
}

export const config = {
  // This one address alone stays out, for a proxy cuts bodies: uploads are checked by `route` as all routes are.
  matcher: ["/((?!api/import$).*)"],
};
