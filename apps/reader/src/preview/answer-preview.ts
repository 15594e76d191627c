import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ReaderCalls } from '@viewpoints/api/reader-caller';
import type { ArticlePreview } from '@viewpoints/domain/articles/article-preview';
import type { MediaStore } from '@viewpoints/pictures/store/media-store';
import type { Logger } from 'pino';
import type { Page } from '../cache/page-cache.ts';
import { headersOfPage } from '../cache/page-headers.ts';
import type { ApiSource } from '../http/call-api.ts';
import type { NextHandler } from '../next/next-pages.ts';
import { renderPage } from '../next/render-page.ts';
import { makePicture } from '../pictures/picture-maker.ts';
import type { VariantStore } from '../pictures/variant-store.ts';
import { articleCard } from '../resources/share/share-card.ts';
import { fetchPreview } from './fetch-preview.ts';
import { expiredPage, failedPage, previewDocument } from './preview-page.ts';
import { readPreviewForm } from './preview-request.ts';

type Header = readonly [name: string, value: string];

export type Previews = {
  handler: NextHandler;
  scripts: ReadonlyMap<string, string>;
  calls: () => ReaderCalls;
  siteUrl: string;
  /** The one origin that may frame a preview. */
  adminUrl: string;
  source: ApiSource;
  pictures: { store: MediaStore; variants: VariantStore } | null;
  /** Headers of every answer of the site. */
  headers: readonly Header[];
  dev: boolean;
  log: Pick<Logger, 'error'>;
};

/** The path that the admin's form is sent to. */
export const previewPath = '/preview';

/**
 * Answers the admin's form with a page that is not published: rendered for this response only,
 * neither stored nor counted, and framed only by the admin. The pass is in the body, so in no log,
 * no address and no Referer.
 */
export async function answerPreview(
  request: IncomingMessage,
  response: ServerResponse,
  previews: Previews,
): Promise<void> {
  for (const [name, value] of previewHeaders(previews.headers, previews.adminUrl))
    response.setHeader(name, value);
  response.removeHeader('X-Frame-Options');
  const form = await readPreviewForm(request);
  if (form === null) return send(response, 400, expiredPage);
  try {
    const preview = await fetchPreview(previews.source, form.pass);
    if (preview === null) return send(response, 410, expiredPage);
    if (form.show === 'share') {
      const card = articleCard(preview.article, await previews.calls().journal.get());
      return send(response, 200, await makePicture({ kind: 'share', card }), 'image/png');
    }
    const page = await renderPreview(previews, preview);
    if (page.frames !== undefined) {
      const policy = headersOfPage(previewHeaders(previews.headers, previews.adminUrl), page);
      for (const [name, value] of policy) response.setHeader(name, value);
    }
    const html = await previewDocument(page.forms.in('identity').toString('utf8'), {
      attributes: `data-preview="${previews.adminUrl}" data-theme="${form.theme}" data-media="${form.media}"`,
      script: previews.scripts.get('preview'),
      ...{ pictures: preview.pictures, from: previews.pictures },
    });
    send(response, 200, html);
  } catch (err) {
    previews.log.error({ err }, 'could not make a preview');
    send(response, 503, failedPage);
  }
}

/** Renders the page of an article with the answers of its preview in place of the public ones. */
export async function renderPreview(
  { handler, scripts, siteUrl, dev, calls }: Omit<Previews, 'adminUrl' | 'headers'>,
  preview: ArticlePreview,
): Promise<Page> {
  const { page } = await renderPage({
    ...{ handler, siteUrl, scripts, keepScripts: dev },
    key: preview.page ? `/${preview.page.path}` : `/articles/${preview.article.slug}`,
    caller: { calls: () => withPreview(calls(), preview) },
  });
  return page;
}

export function send(
  response: ServerResponse,
  status: number,
  content: string | Buffer,
  type = 'text/html; charset=utf-8',
): void {
  const body = typeof content === 'string' ? Buffer.from(content) : content;
  response.writeHead(status, { 'Content-Type': type, 'Content-Length': body.length });
  response.end(body);
}

/** The headers of a preview: framed only by the admin, not cached, not indexed. */
export function previewHeaders(always: readonly Header[], adminUrl: string): Header[] {
  return [
    ...always.flatMap(([name, value]): Header[] => {
      if (name === 'X-Frame-Options') return [];
      if (name === 'Referrer-Policy') return [[name, 'no-referrer']];
      if (name !== 'Content-Security-Policy') return [[name, value]];
      const policy = value
        .replace("frame-ancestors 'none'", `frame-ancestors ${adminUrl}`)
        .replace("img-src 'self'", "img-src 'self' data:");
      return [[name, policy]];
    }),
    ['Cache-Control', 'no-store'],
    ['X-Robots-Tag', 'noindex, nofollow'],
  ];
}

/** The public procedures with the answers of one article replaced by those of its preview. */
function withPreview(calls: ReaderCalls, { article, around, page }: ArticlePreview): ReaderCalls {
  const pages = new Proxy(calls.pages, {
    get: (target, key) => (key === 'bySlug' ? async () => page : Reflect.get(target, key)),
  });
  const articles = new Proxy(calls.articles, {
    get: (target, key) => {
      if (key === 'bySlug') return async () => article;
      if (key === 'around') return async () => around;
      return Reflect.get(target, key);
    },
  });
  return new Proxy(calls, {
    get: (target, key) => {
      if (key === 'pages') return pages;
      return key === 'articles' ? articles : Reflect.get(target, key);
    },
  });
}
