/** What `work` comes to, or the signal's reason as soon as it fires; the work itself goes on. */
export async function orAborted<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) {
    return work;
  }
  const left = Promise.withResolvers<never>();
  const leave = (): void => {
    const reason: unknown = signal.reason;
    left.reject(reason);
  };
  signal.addEventListener('abort', leave, { once: true });
  try {
    signal.throwIfAborted();
    return await Promise.race([work, left.promise]);
  } finally {
    signal.removeEventListener('abort', leave);
    // Whoever has left hears no more of it.
    work.catch(() => undefined);
  }
}
