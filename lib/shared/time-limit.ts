/** The digest is all that a browser gets of an error on the server: the page that shows errors knows this one. */
export const timeLimitDigest = "time-limit";

/** What is thrown where a request took longer than it may. */
export class TimeLimitError extends Error {
  readonly digest = timeLimitDigest;
  constructor() {
    super("This took longer than a request may.");
    this.name = "TimeLimitError";
  }
}

/**
 * Waits so long and no longer. The work itself goes on, unless it listens to something that stops it.
 * @throws TimeLimitError
 */
export async function withinTime<T>(work: Promise<T>, ms: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new TimeLimitError()), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
