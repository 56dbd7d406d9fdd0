/** For each of many rows, the closest others it was offered so far: short ascending lists in flat arrays. */
export class NearestLists {
  readonly capacity: number;
  readonly counts: Int32Array;
  readonly indices: Int32Array;
  readonly distances: Float64Array;

  constructor(rows: number, capacity: number) {
    this.capacity = capacity;
    this.counts = new Int32Array(rows);
    this.indices = new Int32Array(rows * capacity);
    this.distances = new Float64Array(rows * capacity);
  }

  /** Of equal distances the one offered first stays ahead: offer in ascending order, and ties go by row number. */
  offer(row: number, other: number, distance: number): void {
    const start = row * this.capacity;
    const count = this.counts[row] as number;
    let at = start + count;
    if (count === this.capacity) {
      if (!(distance < (this.distances[at - 1] as number))) return;
      at--;
    } else this.counts[row] = count + 1;
    while (at > start && (this.distances[at - 1] as number) > distance) {
      this.distances[at] = this.distances[at - 1] as number;
      this.indices[at] = this.indices[at - 1] as number;
      at--;
    }
    this.distances[at] = distance;
    this.indices[at] = other;
  }
}
