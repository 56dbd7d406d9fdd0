// Compiles layout.ts to layout.wasm, which is checked in so that a start needs no compiler.
import { fileURLToPath } from "node:url";
import asc from "assemblyscript/asc";

const here = fileURLToPath(new URL(".", import.meta.url));
const out = process.argv[2] ?? `${here}layout.wasm`;
const options = ["-O3", "--runtime", "stub", "--noAssert", "--importMemory", "--initialMemory", "1"];
const { error, stderr } = await asc.main([`${here}layout.ts`, "--baseDir", "/", "-o", out, ...options]);
if (error) {
  console.error(stderr.toString());
  process.exit(1);
}
