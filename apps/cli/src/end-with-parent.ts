/**
 * Loaded ahead of each program that `start` and `dev` run: it ends, in good order, when the
 * process that started it is killed outright and can no longer tell it to.
 */
const patience = 10_000;

process.once('disconnect', () => {
  setTimeout(() => process.exit(1), patience).unref();
  process.kill(process.pid, 'SIGTERM');
});
// Listening must not keep a program alive that has nothing more to do.
process.channel?.unref();
