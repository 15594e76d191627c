/** Signals whether this process has to end. */
export type Shutdown = { readonly signal: AbortSignal };

/**
 * Calls back once when this process has to end: on Ctrl-C, on a signal, or on the death of the
 * process that started it. Later signals count as the same request, as a terminal and a parent may
 * both pass on one Ctrl-C.
 */
export function onShutdown(callback: () => void): Shutdown {
  const ending = new AbortController();
  const end = () => {
    if (ending.signal.aborted) return;
    ending.abort();
    callback();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end);
  process.once('disconnect', end);
  process.channel?.unref();
  return ending;
}
