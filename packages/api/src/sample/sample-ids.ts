import type { Resolve } from './resolve-sample.ts';

/** Ids that the database gave to the sample's things, by their slug or key. */
export type SampleIds = {
  resolve: Resolve;
  set: (kind: Parameters<Resolve>[0] | 'finding', key: string, id: string) => void;
  finding: (key: string) => string;
  has: (kind: Parameters<Resolve>[0], key: string) => boolean;
};

export function createSampleIds(): SampleIds {
  const ids = new Map<string, string>();
  const get = (kind: string, key: string) => {
    const id = ids.get(`${kind} ${key}`);
    if (id === undefined) throw new Error(`the sample has no ${kind} ${key} yet`);
    return id;
  };
  return {
    resolve: get,
    set: (kind, key, id) => {
      ids.set(`${kind} ${key}`, id);
    },
    finding: (key) => get('finding', key),
    has: (kind, key) => ids.has(`${kind} ${key}`),
  };
}
