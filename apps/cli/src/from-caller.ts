import { resolve } from 'node:path';

/** npm runs scripts at the root of the repository; paths are meant from where npm was called. */
export const fromCaller = (path: string): string =>
  resolve(process.env.INIT_CWD ?? process.cwd(), path);
