import type { NextConfig } from "next";
import { mostBodyBytes } from "./lib/access/request-limits.ts";

/** Headers that are the same for every answer. The Content-Security-Policy carries a nonce: see proxy.ts. */
const securityHeaders = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Referrer-Policy", value: "same-origin" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  { key: "Cross-Origin-Resource-Policy", value: "same-origin" },
  { key: "Permissions-Policy", value: "camera=(), microphone=(), geolocation=(), payment=()" },
];

const nextConfig: NextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  // Images are served as they are: scaling them would take sharp, whose libvips is copyleft.
  images: { unoptimized: true },
  // `npm test` checks the types; whoever only starts the app need not wait for it.
  typescript: { ignoreBuildErrors: true },
  // These load drivers, WASM or SQL files from their own folders at run time; a bundler breaks that.
  serverExternalPackages: [
    "pg",
    "pg-boss",
    "pgvector",
    "@prisma/client",
    "@prisma/adapter-pg",
    "@electric-sql/pglite",
    "umap-js",
  ],
  // As much as `requestRefusal` lets in: the ids of a hundred thousand memories.
  experimental: {
    serverActions: { bodySizeLimit: mostBodyBytes },
    proxyClientMaxBodySize: mostBodyBytes,
  },
  headers: async () => [{ source: "/:path*", headers: securityHeaders }],
  // A local tool is served from localhost and 127.0.0.1 alike, also in development.
  allowedDevOrigins: ["127.0.0.1", "localhost"],
};

export default nextConfig;
