// The stochastic gradient descent of UMAP's layout (McInnes, Healy, Melville 2018), in WebAssembly.
// The two powers in each gradient are read from tables indexed by the leading bits of the squared
// distance: they are nine tenths of the cost. Memory is laid out by the caller (optimize-layout.ts).

// AssemblyScript, not TypeScript: compiled by `node lib/umap/assembly/build.mjs`.
const clip: f32 = 4.0;

let state: u64 = 1;

export function setSeed(low: u32, high: u32): void {
  state = (<u64>high << 32) | <u64>low;
}

/** The high half of a 64-bit linear congruential generator: one multiplication a number. */
@inline
function nextRandom(): u32 {
  state = state * 6364136223846793005 + 1442695040888963407;
  return <u32>(state >> 32);
}

@inline
function clipped(value: f32): f32 {
  return min<f32>(clip, max<f32>(-clip, value));
}

/** Position of a squared distance in the tables: exponent and 8 bits of mantissa, clipped at both ends. */
@inline
function slotOf(squared: f32, firstSlot: i32, lastSlot: i32): i32 {
  let slot = <i32>(reinterpret<u32>(squared) >> 15);
  return min<i32>(lastSlot, max<i32>(firstSlot, slot)) - firstSlot;
}

/**
 * Runs epochs [fromEpoch, toEpoch) of epochCount.
 * points: f32 x, y per point; heads, tails: i32 per edge; everyEpochs: f32 epochs between two uses of an
 * edge; nextUse, nextNegative: f32 state per edge; attraction, repulsion: f32 tables.
 */
export function runEpochs(
  points: usize, pointCount: u32, heads: usize, tails: usize, edgeCount: i32,
  everyEpochs: usize, nextUse: usize, nextNegative: usize,
  attraction: usize, repulsion: usize, firstSlot: i32, lastSlot: i32,
  negativesPerEdge: f32, learningRate: f32, fromEpoch: i32, toEpoch: i32, epochCount: i32,
  movesTails: i32
): void {
  const negativeShare: f32 = 1.0 / negativesPerEdge;
  for (let epoch = fromEpoch; epoch < toEpoch; epoch++) {
    const alpha: f32 = learningRate * (1.0 - <f32>epoch / <f32>epochCount);
    const now = <f32>epoch;
    for (let edge = 0; edge < edgeCount; edge++) {
      const offset = <usize>edge << 2;
      const use = load<f32>(nextUse + offset);
      if (use > now) continue;
      const every = load<f32>(everyEpochs + offset);
      const head = points + (<usize>load<u32>(heads + offset) << 3);
      const tail = points + (<usize>load<u32>(tails + offset) << 3);
      let x = load<f32>(head);
      let y = load<f32>(head, 4);
      const tailX = load<f32>(tail);
      const tailY = load<f32>(tail, 4);
      let dx = x - tailX;
      let dy = y - tailY;
      let squared = dx * dx + dy * dy;
      if (squared > 0.0) {
        const pull = load<f32>(attraction + (<usize>slotOf(squared, firstSlot, lastSlot) << 2));
        const stepX = clipped(pull * dx) * alpha;
        const stepY = clipped(pull * dy) * alpha;
        x += stepX;
        y += stepY;
        if (movesTails) {
          store<f32>(tail, tailX - stepX);
          store<f32>(tail, tailY - stepY, 4);
        }
      }
      store<f32>(nextUse + offset, use + every);
      const everyNegative = every * negativeShare;
      const nextAt = load<f32>(nextNegative + offset);
      const negatives = <i32>((now - nextAt) / everyNegative);
      // All negative samples of an edge push from where its head is now: one after the other, each would wait for the
      // one before, which is most of the time.
      let pushX: f32 = 0.0;
      let pushY: f32 = 0.0;
      for (let n = 0; n < negatives; n++) {
        // The high half of a product maps 32 random bits to [0, pointCount) without a division.
        const other = points + ((<usize>((<u64>nextRandom() * <u64>pointCount) >> 32)) << 3);
        dx = x - load<f32>(other);
        dy = y - load<f32>(other, 4);
        squared = dx * dx + dy * dy;
        if (squared > 0.0) {
          const push = load<f32>(repulsion + (<usize>slotOf(squared, firstSlot, lastSlot) << 2));
          pushX += clipped(push * dx);
          pushY += clipped(push * dy);
        } else if (other != head) {
          pushX += clip;
          pushY += clip;
        }
      }
      x += pushX * alpha;
      y += pushY * alpha;
      store<f32>(nextNegative + offset, nextAt + <f32>negatives * everyNegative);
      store<f32>(head, x);
      store<f32>(head, y, 4);
    }
  }
}
