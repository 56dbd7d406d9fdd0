import { type NextRequest, NextResponse } from "next/server";
import { foreignRequestReason } from "#lib/access/foreign-request.ts";
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

/** Before every page, action and API call: refuse foreign requests, and give the page its script nonce. */
export function proxy(request: NextRequest): NextResponse {
  const reason = foreignRequestReason(request.method, request.headers);
  if (reason) return NextResponse.json({ error: { code: "forbidden", message: reason } }, { status: 403 });
  const nonce = Buffer.from(crypto.randomUUID()).toString("base64");
  const policy = contentSecurityPolicy(nonce);
  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.set("Content-Security-Policy", policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("Content-Security-Policy", policy);
  return response;
}

export const config = {
  // Uploads stay out, for a proxy cuts bodies at 10 MB: that route calls foreignRequestReason itself.
  matcher: ["/((?!api/import|_next/static|_next/image|favicon.ico).*)"],
};
