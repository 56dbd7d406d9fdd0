/**
 * Chunks as the body of an answer, pulled by the reader: the next is made when the last one was taken.
 * @param onCancel called when the reader leaves, before the chunks are told to end
 */
export function toReadableStream(
  chunks: AsyncIterable<string | Uint8Array>,
  onCancel: () => void = () => undefined,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const iterator = chunks[Symbol.asyncIterator]();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await iterator.next();
      if (done) controller.close();
      else controller.enqueue(typeof value === "string" ? encoder.encode(value) : value);
    },
    async cancel() {
      onCancel();
      await iterator.return?.();
    },
  });
}
