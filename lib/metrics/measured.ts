/** A number that exists, or the sentence that says why it doesn't. Never NaN, never a stand-in 0. */
export type Measured<T> = { value: T } | { undefinedBecause: string };
