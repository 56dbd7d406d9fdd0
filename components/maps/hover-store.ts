/** The memory one is at, kept outside of React's tree: a pointer passes many, and the maps must not be drawn for it. */
export type HoverStore = {
  get: () => string | null;
  set: (id: string | null) => void;
  /** @returns how to stop listening */
  subscribe: (listener: () => void) => () => void;
};

export function createHoverStore(): HoverStore {
  const listeners = new Set<() => void>();
  let at: string | null = null;
  return {
    get: () => at,
    set(id) {
      if (id === at) return;
      at = id;
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
