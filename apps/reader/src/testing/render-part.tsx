import type { ReaderCaller } from '@viewpoints/api/reader-caller';
import type { ReactNode } from 'react';
import { prerender } from 'react-dom/static';
import { withRender } from '../next/render-context.ts';
import { recordOf } from './record-of.ts';

/** A part of a page as HTML, rendered from what readers see and by nothing but the page's own code. */
export async function renderPart(
  caller: Pick<ReaderCaller, 'calls'>,
  part: ReactNode,
  now = new Date(),
): Promise<string> {
  return withRender(recordOf(caller, now), async () => {
    const { prelude } = await prerender(part);
    const html = await new Response(prelude).text();
    // Comments that part one text from the next for React, and no reader sees.
    return html.replaceAll('<!-- -->', '');
  });
}
