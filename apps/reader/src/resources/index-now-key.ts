import { readSettings } from '../env.ts';
import type { ResourceRoute } from './resource.ts';

const FILE = /^([A-Za-z0-9-]{8,128})\.txt$/;

/** Proves to search engines that notifications of changes come from this site. */
export const indexNowKey: ResourceRoute = {
  path: [(name) => FILE.test(name)],
  make: async ({ segments }) => {
    const key = readSettings().indexNow?.key;
    const requestedKey = FILE.exec(segments[0] ?? '')?.[1];
    return key === undefined || requestedKey !== key
      ? null
      : { type: 'text/plain; charset=utf-8', body: key };
  },
};
