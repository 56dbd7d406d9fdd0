import { fileURLToPath } from "node:url";
import { rolldown } from "rolldown";

/** The page of the plots and all it needs as one script, for production as the app's own build would have it. */
export async function bundlePage(): Promise<string> {
  const bundle = await rolldown({
    input: fileURLToPath(new URL("page.ts", import.meta.url)),
    platform: "browser",
    transform: { define: { "process.env.NODE_ENV": '"production"' } },
    checks: { pluginTimings: false },
    logLevel: "silent",
  });
  const { output } = await bundle.generate({ format: "iife", minify: true });
  await bundle.close();
  return output[0].code;
}
