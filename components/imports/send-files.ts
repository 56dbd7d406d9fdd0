import { fetchJson } from "#components/ui/call-server.ts";
import type { Failure, Result } from "#lib/shared/result.ts";

/** A file that was picked, and where it lies in the folder that was picked. */
export type PickedFile = { path: string; file: File };

const AT_ONCE = 4;

/** Files of an input; those of a folder come with the path inside it. */
export function pickedFiles(list: FileList | null): PickedFile[] {
  return [...(list ?? [])].map((file) => ({ path: file.webkitRelativePath || file.name, file }));
}

/**
 * Sends files to this machine's server, a few at once; the first failure stops the rest.
 * @param progress share of the bytes that are sent, 0 to 1
 * @returns id of the upload
 */
export async function sendFiles(
  files: readonly PickedFile[],
  progress: (share: number) => void,
  signal: AbortSignal,
): Promise<Result<string>> {
  const opened = await fetchJson<{ uploadId: string }>("/api/import", { method: "POST", signal });
  if (!opened.ok) return opened;
  const { uploadId } = opened.value;
  const total = files.reduce((sum, { file }) => sum + file.size, 0) || 1;
  const waiting = [...files];
  let sent = 0;
  let failure: Failure | null = null;
  const work = async () => {
    for (let next = waiting.shift(); next && !failure; next = waiting.shift()) {
      const query = new URLSearchParams({ upload: uploadId, path: next.path });
      const result = await fetchJson(`/api/import?${query}`, { method: "POST", body: next.file, signal });
      if (!result.ok) failure = result.error;
      sent += next.file.size;
      progress(sent / total);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return failure ? { ok: false, error: failure } : { ok: true, value: uploadId };
}
