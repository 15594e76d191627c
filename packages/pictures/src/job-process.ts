import { type ChildProcess, fork } from 'node:child_process';
import { constants, setPriority } from 'node:os';

export type JobProcessOptions = {
  /** The program that carries jobs out; it calls `serveJobs`. */
  program: URL;
  /** Milliseconds that a job may take before its process is killed. */
  timeout: number;
  /** Most memory that the process may have, in bytes. */
  maxMemory: number;
  /** Node's own part of it, in megabytes. */
  heap?: number;
  /** Milliseconds without a job after which it is ended; one that holds what was read has more. */
  idle?: number;
};

/** Why a process ended with jobs undone: by its limits, or by itself. */
export type EndReason = 'timeout' | 'memory' | 'crash';

/** A job whose process ended before the job did. The next job gets a new process. */
export class JobProcessEnded extends Error {
  override readonly name = 'JobProcessEnded';
  readonly reason: EndReason;

  constructor(reason: EndReason) {
    super(`The process ended: ${reason}.`);
    this.reason = reason;
  }
}

/** Messages between the two processes; of an error only its message. */
export type JobOrder<Job> = { id: number; job: Job };
export type JobAnswer<Result> =
  | { id: number; result: Result }
  | { id: number; error: string }
  | { ends: 'memory' };

type Waiting<Result> = { resolve: (result: Result) => void; reject: (error: Error) => void };

/** Milliseconds without a job after which the process is ended. */
const defaultIdle = 30_000;

/** The heap of the process, in megabytes: pictures are stored outside of it. */
const defaultHeap = 256;

/**
 * A separate process for jobs that may take much memory or crash, such as decoding pictures:
 * started when there is a job and ended when there has been none for a while. It has a lower
 * priority than this one and none of its settings, and ends with it.
 */
export class JobProcess<Job, Result> {
  readonly #options: JobProcessOptions;
  readonly #waiting = new Map<number, Waiting<Result>>();
  #child: ChildProcess | null = null;
  #rest: NodeJS.Timeout | undefined;
  #lastId = 0;
  #ending: EndReason = 'crash';

  constructor(options: JobProcessOptions) {
    this.#options = options;
  }

  /** The id of the process; undefined while there is none. */
  get pid(): number | undefined {
    return this.#child?.pid;
  }

  /**
   * Carries a job out.
   * @throws {JobProcessEnded} if its process ended; an Error with the message of what it threw
   */
  run(job: Job): Promise<Result> {
    const child = this.#start();
    const id = ++this.#lastId;
    const overdue = setTimeout(() => {
      this.#ending = 'timeout';
      child.kill('SIGKILL');
    }, this.#options.timeout);
    child.ref();
    child.channel?.ref();
    return new Promise<Result>((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      child.send({ id, job } satisfies JobOrder<Job>, (error) => {
        if (error !== null) reject(new JobProcessEnded('crash'));
      });
    }).finally(() => {
      clearTimeout(overdue);
      this.#waiting.delete(id);
      if (this.#waiting.size === 0) this.#letRest(child);
    });
  }

  #start(): ChildProcess {
    clearTimeout(this.#rest);
    if (this.#child !== null) return this.#child;
    const { program, maxMemory, heap = defaultHeap } = this.#options;
    const child = fork(program, [String(maxMemory)], {
      serialization: 'advanced',
      execArgv: [`--max-old-space-size=${heap}`],
      // None of the settings. Few malloc arenas: else each thread of a library has its own memory.
      env: { MALLOC_ARENA_MAX: '2', NODE_ENV: 'production' },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    this.#ending = 'crash';
    try {
      if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL);
    } catch {
      // A system that has no priorities carries jobs out all the same.
    }
    child.on('message', (answer: JobAnswer<Result>) => this.#hear(answer));
    child.on('exit', () => this.#end(child));
    child.on('error', () => this.#end(child));
    this.#child = child;
    return child;
  }

  #hear(answer: JobAnswer<Result>): void {
    if ('ends' in answer) {
      this.#ending = answer.ends;
      return;
    }
    const waiting = this.#waiting.get(answer.id);
    if ('result' in answer) waiting?.resolve(answer.result);
    else waiting?.reject(new Error(answer.error));
  }

  #end(child: ChildProcess): void {
    if (this.#child !== child) return;
    this.#child = null;
    for (const { reject } of this.#waiting.values()) reject(new JobProcessEnded(this.#ending));
    this.#waiting.clear();
  }

  /** Lets this process end while the other has nothing to do, and the other after a while. */
  #letRest(child: ChildProcess): void {
    child.unref();
    child.channel?.unref();
    clearTimeout(this.#rest);
    this.#rest = setTimeout(() => {
      if (this.#child === child) this.#child = null;
      if (child.connected) child.disconnect();
    }, this.#options.idle ?? defaultIdle).unref();
  }

  /** Ends the process now; a later job gets a new one. */
  stop(): void {
    clearTimeout(this.#rest);
    this.#child?.kill('SIGKILL');
  }
}
