import type { Page } from './page-cache.ts';

type Header = readonly [name: string, value: string];

/**
 * The headers of every answer as they are for one page: its frames may be shown, whose hosts it
 * names and no others; and pictures may stand on other sites, for feeds are read there.
 */
export function headersOfPage(
  always: readonly Header[],
  { type, frames }: Pick<Page, 'type' | 'frames'>,
): readonly Header[] {
  const isPicture = type.startsWith('image/');
  if (frames === undefined && !isPicture) return always;
  return always.map(([name, value]): Header => {
    if (name === 'Content-Security-Policy' && frames !== undefined)
      return [name, `${value}; frame-src ${frames.map((host) => `https://${host}`).join(' ')}`];
    if (name === 'Cross-Origin-Resource-Policy' && isPicture) return [name, 'cross-origin'];
    return [name, value];
  });
}
