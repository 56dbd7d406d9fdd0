/**
 * Lets so many in at once and sends the others away: what is heavy is refused rather than queued without end.
 * @returns `enter`, which gives the way out (calling it twice does nothing more), or null when all places are taken
 */
export function limitConcurrency(places: number): { enter: () => (() => void) | null } {
  let taken = 0;
  return {
    enter() {
      if (taken >= places) return null;
      taken += 1;
      let inside = true;
      return () => {
        if (inside) taken -= 1;
        inside = false;
      };
    },
  };
}
