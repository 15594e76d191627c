import { type ReaderCaller, saysNotFound } from '@viewpoints/api/reader-caller';
import type { RenderContext } from '../next/render-context.ts';

/** A render context, as the server would create it. */
export function recordOf(caller: Pick<ReaderCaller, 'calls'>, now: Date): RenderContext {
  const tags = new Set<string>();
  return {
    calls: caller.calls((shown) => {
      for (const tag of shown) tags.add(tag);
    }),
    saysNotFound,
    now,
    path: '/',
    siteUrl: 'https://journal.example',
    scripts: new Map(),
    tags,
    frames: new Set(),
    status: 200,
    until: Number.POSITIVE_INFINITY,
    movedTo: null,
    failure: null,
  };
}
