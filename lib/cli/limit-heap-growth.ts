import { setFlagsFromString } from "node:v8";

/**
 * Has V8 collect garbage often instead of letting its heap grow: reading files makes hundreds of megabytes of it and
 * holds little. Saves more than 100 MB of resident memory for about a tenth more time. Not for work that holds much.
 */
export function limitHeapGrowth(): void {
  setFlagsFromString("--semi-space-growth-factor=1");
  setFlagsFromString("--heap-growing-percent=30");
}
