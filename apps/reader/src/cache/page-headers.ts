import type { Page } from './page-cache.ts';

type Header = readonly [name: string, value: string];

/**
 * The headers of every response, adapted to one page: allows frames of the hosts that it names and
 * no others; and pictures may be shown on other sites, since feeds are read there.
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
