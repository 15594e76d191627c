import { paragraphs } from '@viewpoints/db/testing/builders';
import { articleContentOf } from '@viewpoints/domain/articles/article';
import type { PageParent } from '@viewpoints/domain/pages/page-parent';
import type { Person } from './test-desk.ts';

type Written = {
  title: string;
  text?: string;
  parent?: PageParent;
  slug?: string;
  summary?: string;
  language?: string;
};

/** A page of the journal about itself, written through the API. */
export async function writePage(
  { call }: Person,
  { title, text = 'Write to the desk.', parent = null, slug, summary, language = 'en' }: Written,
) {
  const { articles } = call.editor;
  const page = await articles.create({ kind: 'page', headline: title, parent });
  const { article } = await articles.save({
    ...{ id: page.id, seen: page.save },
    content: {
      ...articleContentOf(page),
      ...{ slug: slug ?? page.slug, language, direction: language === 'fa' ? 'rtl' : 'ltr' },
      ...{ standfirst: summary ?? 'What is said here, in a sentence.', body: paragraphs(text) },
    },
  });
  return article;
}

/** Approves it as it is, by a second person, and publishes it. */
export async function publishPage(
  { id }: { id: string },
  { author, publisher }: { author: Person; publisher: Person },
  options: { embargoUntil?: string } = {},
) {
  const { revisionId } = await author.call.editor.articles.submit({ id });
  const { approvedRevisionId } = await publisher.call.editor.articles.approve({ id, revisionId });
  if (options.embargoUntil !== undefined)
    await publisher.call.editor.articles.setEmbargo({
      ...{ id, embargoUntil: options.embargoUntil, timeZone: 'Europe/London' },
    });
  return publisher.call.editor.articles.publish({ id, revisionId: approvedRevisionId ?? '' });
}
