export type Console = {
  log: (line: string) => void;
  progress: (share: number, stage: string) => void;
  clear: () => void;
};

const everyMs = 200;

/** What is told beside the answer: all on standard error, progress only where somebody watches. */
export function createConsole(stream: NodeJS.WriteStream = process.stderr): Console {
  let shown = false;
  let last = 0;
  function clear(): void {
    if (shown) stream.write("\r\x1b[2K");
    shown = false;
  }
  return {
    clear,
    log: (line) => {
      clear();
      stream.write(`${line}\n`);
    },
    progress: (share, stage) => {
      if (!stream.isTTY || Date.now() - last < everyMs) return;
      last = Date.now();
      const text = `${String(Math.round(share * 100)).padStart(3)}%  ${stage}`;
      stream.write(`\r\x1b[2K${text.slice(0, (stream.columns ?? 80) - 1)}`);
      shown = true;
    },
  };
}
