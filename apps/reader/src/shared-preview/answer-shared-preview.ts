import type { IncomingMessage, ServerResponse } from 'node:http';
import { PreviewLinkToken } from '@viewpoints/domain/articles/shared-preview';
import { headersOfPage } from '../cache/page-headers.ts';
import { plainPageHeaders } from '../http/plain-page.ts';
import { readForm } from '../http/read-form.ts';
import { type Previews, renderPreview, send } from '../preview/answer-preview.ts';
import { previewDocument } from '../preview/preview-page.ts';
import { fetchSharedPreview, sendLinkComment } from './call-shared-preview.ts';
import {
  commentForm,
  formStyles,
  formStylesHash,
  type Given,
  noteAbove,
  readComment,
  sharedPreviewPath,
} from './comment-form.ts';
import * as pages from './shared-preview-pages.ts';

export type SharedPreviews = Omit<Previews, 'adminUrl'> & {
  /** Whether this request is one too many of its network, which is remembered for a minute. */
  isTooMany: (request: IncomingMessage) => boolean;
};

/** As much as proxies pass on: a comment and its words in any script. */
const maxBytes = 16_000;

type Header = readonly [name: string, value: string];
type Answer = { status: number; page: string; headers?: readonly Header[] };

/** Whether a request is for a preview that was shared by a link. */
export const isSharedPreview = (method: string | undefined, path: string): boolean =>
  (method === 'GET' || method === 'HEAD' || method === 'POST') &&
  (path === sharedPreviewPath || path.startsWith(`${sharedPreviewPath}/`));

/**
 * Serves those who have the link to a preview. The link opens a page without words; the article and
 * comments are requested by forms, so that the secret is in no address but the link's. The page is
 * rendered for this response only, and neither stored, counted nor framed.
 */
export async function answerSharedPreview(
  request: IncomingMessage,
  response: ServerResponse,
  previews: SharedPreviews,
): Promise<void> {
  const answer = await pageFor(request, previews).catch((err: unknown): Answer => {
    previews.log.error({ err }, 'could not show a shared preview');
    return { status: 503, page: pages.failedPage };
  });
  for (const [name, value] of answer.headers ?? plainPageHeaders) response.setHeader(name, value);
  send(response, answer.status, request.method === 'HEAD' ? '' : answer.page);
}

async function pageFor(request: IncomingMessage, previews: SharedPreviews): Promise<Answer> {
  if (request.method === 'POST') return answerForm(request, previews);
  const path = (request.url ?? '').split('?', 1)[0] ?? '';
  const token = PreviewLinkToken.safeParse(path.slice(sharedPreviewPath.length + 1));
  if (!token.success) return over;
  const { name } = await previews.calls().journal.get();
  return { status: 200, page: pages.coverPage(name, token.data) };
}

const over: Answer = { status: 410, page: pages.overPage };

async function answerForm(request: IncomingMessage, previews: SharedPreviews): Promise<Answer> {
  if (previews.isTooMany(request)) return { status: 429, page: pages.busyPage };
  const fields = await readForm(request, maxBytes);
  const token = PreviewLinkToken.safeParse(fields?.get('token'));
  if (fields === null || !token.success) return over;
  const text = fields.get('text');
  if (text === null) return show(previews, token.data, null);
  const comment = readComment(fields);
  if (comment === null)
    return show(previews, token.data, {
      ...{ text, problem: text.trim() === '' ? 'Write a comment.' : 'Keep the comment shorter.' },
    });
  const sent = await sendLinkComment(previews.source, { token: token.data, comment });
  if (sent === 'over') return over;
  if (sent === 'too_many') return { status: 429, page: pages.tooManyPage };
  return show(previews, token.data, 'sent');
}

async function show(previews: SharedPreviews, token: string, given: Given): Promise<Answer> {
  const shared = await fetchSharedPreview(previews.source, token);
  if (shared === null) return over;
  const page = await renderPreview(previews, shared.preview);
  const html = await previewDocument(page.forms.in('identity').toString('utf8'), {
    ...{ attributes: 'data-shared', head: formStyles },
    script: previews.scripts.get('shared-preview'),
    ...{ pictures: shared.preview.pictures, from: previews.pictures },
  });
  return {
    status: given === null || given === 'sent' ? 200 : 400,
    page: html
      .replace(/<main[^>]*>/, (main) => `${main}${noteAbove(shared)}`)
      .replace('</main>', () => `${commentForm(token, shared, given)}</main>`),
    headers: headersOfPage(sharedHeaders(previews.headers), page),
  };
}

/** The headers of a shared page: not framed, not cached, not indexed. */
export const sharedHeaders = (always: readonly Header[]): Header[] => [
  ...always.map(([name, value]): Header => {
    if (name === 'Referrer-Policy') return [name, 'no-referrer'];
    if (name !== 'Content-Security-Policy') return [name, value];
    const policy = value
      .replace("style-src 'self'", `style-src 'self' ${formStylesHash}`)
      .replace("img-src 'self'", "img-src 'self' data:");
    return [name, policy];
  }),
  ['Cache-Control', 'no-store'],
  ['X-Robots-Tag', 'noindex, nofollow, noarchive, nosnippet'],
];
