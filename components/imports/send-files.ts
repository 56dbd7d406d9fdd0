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
  try {
    const opened = await post("/api/import", null, signal);
    if (!opened.ok) return opened;
    const { uploadId } = opened.value as { uploadId: string };
    const total = files.reduce((sum, { file }) => sum + file.size, 0) || 1;
    const waiting = [...files];
    let sent = 0;
    let failure: Failure | null = null;
    const work = async () => {
      for (let next = waiting.shift(); next && !failure; next = waiting.shift()) {
        const query = new URLSearchParams({ upload: uploadId, path: next.path });
        const result = await post(`/api/import?${query}`, next.file, signal);
        if (!result.ok) failure = result.error;
        sent += next.file.size;
        progress(sent / total);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    return failure ? { ok: false, error: failure } : { ok: true, value: uploadId };
  } catch {
    const message = signal.aborted
      ? "The upload was cancelled."
      : "The server did not answer. Is it still running?";
    return { ok: false, error: { code: signal.aborted ? "cancelled" : "unavailable", message } };
  }
}

async function post(url: string, body: File | null, signal: AbortSignal): Promise<Result<unknown>> {
  const response = await fetch(url, { method: "POST", body, signal });
  const answer = (await response.json().catch(() => null)) as { error?: Failure } | null;
  if (response.ok) return { ok: true, value: answer };
  const error = answer?.error ?? {
    code: "unavailable" as const,
    message: `The server answered ${response.status}.`,
  };
  return { ok: false, error };
}
