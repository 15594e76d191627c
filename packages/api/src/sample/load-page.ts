import { articleContentOf } from '@viewpoints/domain/articles/article';
import { approveArticle } from '../articles/approve-article.ts';
import { createArticle } from '../articles/create-article.ts';
import { publishArticle } from '../articles/publish-article.ts';
import { saveArticle } from '../articles/save-article.ts';
import { submitArticle } from '../articles/submit-article.ts';
import { sampleBody } from './resolve-sample.ts';
import type { SampleDesk } from './sample-desk.ts';
import type { SamplePage } from './sample-pages.ts';
import { hoursAfter } from './sample-times.ts';

/** Takes a page through the commands that an editor and a second reader would have used. */
export async function loadPage(
  { title, summary, body, at: on }: SamplePage,
  desk: SampleDesk,
): Promise<void> {
  const at = new Date(on);
  const writer = desk.writer(hoursAfter(at, -2));
  const page = await createArticle(writer, { kind: 'page', headline: title, parent: 'about' });
  const { id } = page;
  await saveArticle(writer, {
    ...{ id, seen: page.save },
    content: {
      ...articleContentOf(page),
      ...{ standfirst: summary, body: sampleBody(body, new Map()) },
    },
  });
  const { revisionId } = await submitArticle(desk.writer(hoursAfter(at, -1)), { id });
  const { approvedRevisionId } = await approveArticle(desk.publisher(at), { id, revisionId });
  await publishArticle(desk.publisher(at), { id, revisionId: approvedRevisionId ?? '' });
}
