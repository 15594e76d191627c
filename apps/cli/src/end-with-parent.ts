/**
 * Loaded ahead of each program that `start` and `dev` run: it ends, in good order, when the process
 * that started it is killed outright and can no longer signal it.
 */
const timeoutMs = 10_000;

process.once('disconnect', () => {
  setTimeout(() => process.exit(1), timeoutMs).unref();
  process.kill(process.pid, 'SIGTERM');
});
// Listening must not prevent a finished program from ending.
process.channel?.unref();

// Child processes of the program would load this too, and end before their first task, after
// releasing the channel for tasks: Next renders with such workers in development.
const at = process.execArgv.indexOf(import.meta.url);
if (at > 0) process.execArgv.splice(at - 1, 2);
