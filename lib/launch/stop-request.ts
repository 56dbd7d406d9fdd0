export type StopRequest = {
  /** Resolves once somebody wants everything to stop. */
  asked: Promise<void>;
  isAsked: () => boolean;
};

/** Listens for Ctrl-C, `kill`, the end of the terminal and the end of the process that started this one. */
export function listenForStop(): StopRequest {
  let isAsked = false;
  const asked = new Promise<void>((resolve) => {
    const stop = () => {
      isAsked = true;
      resolve();
    };
    for (const event of ["SIGINT", "SIGTERM", "SIGHUP", "disconnect"]) process.on(event, stop);
  });
  return { asked, isAsked: () => isAsked };
}
