/** What is set up for models, fit for a screen: never the key, never credentials in an address. */
export type ModelStatus = {
  hasKey: boolean;
  /** Where requests go; null = nowhere. */
  server: string | null;
  chatModel: string;
  embeddingModel: string;
  /** What to set; null = a model can be asked. */
  missing: string | null;
};

/** An embedding space with how much of the pool it covers. */
export type SpaceLine = {
  id: string;
  /** model/dimensions */
  name: string;
  provider: string;
  model: string;
  active: boolean;
  /** Memories with a vector of their present text, with one of an older text, and without one. */
  fresh: number;
  stale: number;
  missing: number;
};
