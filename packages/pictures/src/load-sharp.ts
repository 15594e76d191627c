import type sharp from 'sharp';

let loading: Promise<typeof sharp> | null = null;

/**
 * The picture library, loaded when the first picture is made: most instances start, and many never
 * run, without one. It works on threads of its own, and caches nothing between pictures.
 */
export function loadSharp(): Promise<typeof sharp> {
  loading ??= import('sharp').then(({ default: library }) => {
    library.cache(false);
    library.concurrency(1);
    return library;
  });
  return loading;
}
