import { createServer } from "node:net";
import { err, ok, type Result } from "#lib/shared/result.ts";

/**
 * Makes sure that the web app can listen there, before anything slow is done.
 * @param port 0 = any free one
 * @returns the port, or a sentence about who has it
 */
export function choosePort(host: string, port: number): Promise<Result<number>> {
  const server = createServer();
  return new Promise((resolve) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      resolve(err("unavailable", whyNot(error, host, port)));
    });
    server.listen({ host, port, exclusive: true }, () => {
      const address = server.address();
      const chosen = typeof address === "object" && address ? address.port : port;
      server.close(() => resolve(ok(chosen)));
    });
  });
}

function whyNot(error: NodeJS.ErrnoException, host: string, port: number): string {
  const another = "choose another: npm start -- --port NUMBER";
  if (error.code === "EADDRINUSE")
    return `Port ${port} on ${host} is in use by another program. Stop it, or ${another}`;
  if (error.code === "EACCES") return `Port ${port} on ${host} can't be opened by this user; ${another}`;
  return `Cannot listen on ${host}, port ${port} (${error.code}). Set HOST to 127.0.0.1, or ${another}`;
}
