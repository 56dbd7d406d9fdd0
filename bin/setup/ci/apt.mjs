import { execFileSync } from "node:child_process";

/** Runs apt-get; what it says is shown only where it is an error. */
export function apt(args, cwd = "/") {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  execFileSync("apt-get", ["-q", ...args], { cwd, env, stdio: ["ignore", "ignore", "inherit"] });
}
