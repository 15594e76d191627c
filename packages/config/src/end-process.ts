/** How long open handles may delay the end of a finished process, in milliseconds. */
const timeoutMs = 1_000;

/**
 * Ends a process that has closed its handles: by itself, as its event loop runs out, and by
 * `process.exit` only if something prevents that. `process.exit` joins V8's threads while the isolate
 * lives; a thread that compiles and waits for a collection then waits for ever (nodejs/node#54918).
 */
export function endProcess(): void {
  process.exitCode = 0;
  setTimeout(() => process.exit(0), timeoutMs).unref();
}
