import { type ChildProcess, fork } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import { join } from 'node:path';
import { takeTurns } from '../take-turns.ts';
import type { PictureAnswer, PictureJob } from './picture-job.ts';

type Waiting = { resolve: (bytes: Buffer) => void; reject: (error: Error) => void };

const SECOND = 1000;
const LONGEST = 30 * SECOND;
const IDLE = 30 * SECOND;

/**
 * Pictures are made in a process beside the site's, started when one is wanted and ended when
 * none has been for a while. What decoding and drawing cost in memory goes with it, a picture that
 * brings it down brings down nothing else, and pages come first to the processor.
 */
class PictureMaker {
  #child: ChildProcess | null = null;
  #idle: NodeJS.Timeout | undefined;
  #lastId = 0;
  readonly #waiting = new Map<number, Waiting>();

  make(job: PictureJob): Promise<Buffer> {
    const child = this.#start();
    const id = ++this.#lastId;
    const overdue = setTimeout(() => child.kill('SIGKILL'), LONGEST);
    child.ref();
    child.channel?.ref();
    return new Promise<Buffer>((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      child.send({ id, job });
    }).finally(() => {
      clearTimeout(overdue);
      if (this.#waiting.size === 0) this.#rest(child);
    });
  }

  #start(): ChildProcess {
    clearTimeout(this.#idle);
    if (this.#child !== null) return this.#child;
    const child = fork(join(import.meta.dirname, 'picture-process.ts'), {
      serialization: 'advanced',
      execArgv: [],
      // None of the site's settings; and each thread of the library would keep memory of its own.
      env: { MALLOC_ARENA_MAX: '2', NODE_ENV: 'production' },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    try {
      if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL);
    } catch {
      // A system that has no priorities makes pictures all the same.
    }
    child.on('message', (answer: PictureAnswer) => {
      const waiting = this.#waiting.get(answer.id);
      this.#waiting.delete(answer.id);
      if ('bytes' in answer) waiting?.resolve(Buffer.from(answer.bytes));
      else waiting?.reject(new Error(answer.error));
    });
    const ended = () => {
      if (this.#child !== child) return;
      this.#child = null;
      for (const { reject } of this.#waiting.values()) reject(new Error('the picture maker ended'));
      this.#waiting.clear();
    };
    child.on('exit', ended);
    child.on('error', ended);
    this.#child = child;
    return child;
  }

  /** Lets this process end while the other has nothing to do, and the other after a while. */
  #rest(child: ChildProcess): void {
    child.unref();
    child.channel?.unref();
    this.#idle = setTimeout(() => {
      if (this.#child === child) this.#child = null;
      if (child.connected) child.disconnect();
    }, IDLE).unref();
  }
}

const maker = new PictureMaker();

/** Whoever asks for every card, or for every picture at once, waits; pages do not. */
const turns = {
  share: takeTurns({ atOnce: 1, maxWaiting: 100 }),
  variant: takeTurns({ atOnce: 1, maxWaiting: 200 }),
};

/** Makes a picture, when its turn comes. Throws where it cannot be made or too many wait. */
export function makePicture(job: PictureJob): Promise<Buffer> {
  const inTurn = job.kind === 'variant' ? turns.variant : turns.share;
  return inTurn(() => maker.make(job));
}
