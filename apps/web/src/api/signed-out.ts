/** Tells the frame that the session has ended: the page stays as it is, with all that was typed, until somebody has signed in again. */
const listeners = new Set<() => void>();

export const signedOut = {
  say(): void {
    for (const tell of listeners) tell();
  },
  /** Answers how to stop listening. */
  onSaid(tell: () => void): () => void {
    listeners.add(tell);
    return () => void listeners.delete(tell);
  },
};
