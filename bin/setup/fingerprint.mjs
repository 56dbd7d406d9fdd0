import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * One hash over the names and contents of files.
 * @param {string} root folder that the paths are relative to
 * @param {string[]} paths files and folders; what is not there counts as absent
 * @param {(path: string) => boolean} [keep] whether a file counts
 */
export function fingerprint(root, paths, keep = () => true) {
  const hash = createHash("sha256");
  for (const path of paths
    .flatMap((start) => listFiles(root, start))
    .filter(keep)
    .sort()) {
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(root, path)))
      .update("\0");
  }
  return hash.digest("hex");
}

/** @returns {string[]} the file itself, or the files below a folder, with forward slashes */
function listFiles(root, path) {
  const full = join(root, path);
  if (!existsSync(full)) return [];
  if (!statSync(full).isDirectory()) return [path];
  return readdirSync(full).flatMap((name) => listFiles(root, `${path}/${name}`));
}

/** Whether the stamp of an earlier run says the same; a missing stamp says nothing. */
export function isStamped(path, value) {
  return existsSync(path) && readFileSync(path, "utf8").trim() === value;
}

export function stamp(path, value) {
  writeFileSync(path, `${value}\n`);
}
