import { serveJobs } from '../serve-jobs.ts';

export type TestJob = { does: 'answer' | 'throw' | 'crash' | 'hang' | 'allocate'; says?: string };

const allocated: Buffer[] = [];

/** A program that acts on command, for tests of how its failures are handled. */
serveJobs(async ({ does, says }: TestJob) => {
  switch (does) {
    case 'answer':
      return { says, pid: process.pid };
    case 'throw':
      throw new Error(says);
    case 'crash':
      process.kill(process.pid, 'SIGKILL');
      break;
    case 'hang':
      for (;;) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1_000);
    case 'allocate':
      for (;;) {
        allocated.push(Buffer.alloc(8 * 1024 * 1024, 1));
        await new Promise((done) => setTimeout(done, 5));
      }
  }
  return { says: undefined, pid: process.pid };
});
