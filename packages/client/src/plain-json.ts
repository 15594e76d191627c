import type { AnyRouter } from '@trpc/server';

type Definition<TRouter extends AnyRouter> = TRouter['_def'];
type Config<TRouter extends AnyRouter> = Definition<TRouter>['_config'];

/**
 * A router whose outputs reach the caller under the very types they left with. Every output of the
 * API is plain JSON (instants are strings), so nothing changes on the way; without this, tRPC
 * rewrites each type as what JSON might make of it, and the domain's types no longer fit.
 */
export type PlainJson<TRouter extends AnyRouter> = Omit<TRouter, '_def'> & {
  _def: Omit<Definition<TRouter>, '_config'> & {
    _config: Omit<Config<TRouter>, '$types'> & {
      $types: Omit<Config<TRouter>['$types'], 'transformer'> & { transformer: true };
    };
  };
};
