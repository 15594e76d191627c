import { addActor, addArticle, addFinding, addIssue } from '@viewpoints/db/testing/builders';
import type { TestDatabase } from '@viewpoints/db/testing/test-database';
import { type Finding, findingContentOf } from '@viewpoints/domain/findings/finding';
import { publish } from '@viewpoints/published/testing/publish';
import type { Page } from 'playwright-core';

/** What a reader of this part of the journal has before it is corrected. */
export type PublishedMistake = {
  slug: string;
  articleId: string;
  wrong: Finding;
  /** An article that links to the one with the mistake. */
  citing: string;
  /** The page of what the holder thinks of the issue. */
  position: string;
};

export const SAID = 'The union rejects the tolls.';
export const MEANT = 'The union regrets the tolls.';

/** Publishes an article with a finding that is wrong, and one that cites it. */
export async function publishMistake(db: TestDatabase, by: string): Promise<PublishedMistake> {
  const { editorial } = db;
  const actor = await addActor(editorial, { slug: 'harbour-union', name: 'The Harbour Union' });
  const issue = await addIssue(editorial, { slug: 'tolls', name: 'Tolls' });
  const slug = 'what-the-union-said';
  const text = (...texts: string[]) => ({ type: 'text' as const, text: texts.join(' ') });
  const article = await addArticle(editorial, {
    ...{ by, slug, headline: 'What the union said' },
    body: {
      type: 'doc',
      content: [{ type: 'paragraph', content: [text('It met in March.', SAID)] }],
    },
  });
  const wrong = await addFinding(editorial, article, {
    ...{ by, quote: SAID, proposition: 'The Harbour Union rejects the tolls', asOf: '2021-03' },
    holders: [{ actorId: actor.id, wording: null, basis: 'articles_own' }],
    issueIds: [issue.id],
  });
  const link = { type: 'link' as const, attrs: { href: `/articles/${slug}` } };
  const citing = await addArticle(editorial, {
    ...{ by, slug: 'the-price-of-a-berth', headline: 'The price of a berth' },
    body: {
      type: 'doc',
      content: [
        {
          type: 'paragraph',
          content: [
            text('As '),
            { type: 'text', text: 'we reported', marks: [link] },
            text(', it is high.'),
          ],
        },
      ],
    },
  });
  await publish(editorial, article.id, { at: new Date(Date.UTC(2022, 4, 1, 9)) });
  await publish(editorial, citing.id, { at: new Date(Date.UTC(2022, 4, 2, 9)) });
  return {
    ...{ slug, articleId: article.id, wrong, citing: `/articles/${citing.slug}` },
    position: '/positions/harbour-union/tolls',
  };
}

/**
 * Completes the second finding of the article, as the account of a page: by a call, since other
 * tests cover its form. Returns its id.
 */
export async function completeFinding(page: Page, mistake: PublishedMistake): Promise<string> {
  return page.evaluate(
    async ({ articleId, content }) => {
      const given = encodeURIComponent(JSON.stringify({ id: articleId }));
      const answer = await fetch(`/trpc/editor.articles.get?input=${given}`);
      const { findings } = (await answer.json()).result.data;
      const [, { id, updatedAt, proposition, evidence }] = findings;
      const saved = await fetch('/trpc/editor.findings.save', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          ...{ id, seen: updatedAt },
          content: { ...content, proposition, evidence },
        }),
      });
      if (!saved.ok) throw new Error(await saved.text());
      return id as string;
    },
    { articleId: mistake.articleId, content: findingContentOf(mistake.wrong) },
  );
}
