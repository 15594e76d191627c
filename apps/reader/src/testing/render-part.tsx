import type { ReaderCaller } from '@viewpoints/api/reader-caller';
import type { ReactNode } from 'react';
import { prerender } from 'react-dom/static';
import { type RenderContext, withRender } from '../next/render-context.ts';
import { recordOf } from './record-of.ts';

/** A part of a page as HTML, rendered from what readers see and by nothing but the page's own code. */
export async function renderPart(
  caller: Pick<ReaderCaller, 'calls'>,
  part: ReactNode,
  now = new Date(),
): Promise<string> {
  return withRender(recordOf(caller, now), () => htmlOf(part));
}

/**
 * What stands at an address: the page as HTML, and what it tells the server of itself.
 * @param route calls the page of the route with its parameters
 */
export async function renderRoute(
  caller: Pick<ReaderCaller, 'calls'>,
  route: () => ReactNode | Promise<ReactNode>,
): Promise<{ html: string; context: RenderContext }> {
  const context = recordOf(caller, new Date());
  const html = await withRender(context, async () => htmlOf(await route()));
  return { html, context };
}

async function htmlOf(part: ReactNode): Promise<string> {
  const { prelude } = await prerender(part);
  const html = await new Response(prelude).text();
  // Comments that part one text from the next for React, and no reader sees.
  return html.replaceAll('<!-- -->', '');
}
