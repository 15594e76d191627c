import { expect, test } from 'vitest';
import { anArticleContent, aRevision, ids } from '../testing/builders.ts';
import { ArticleContent } from './article.ts';
import { Revision } from './revision.ts';

test('given a revision from before there were series, translations and picks, then it is read as having none', () => {
  const { series: _, translationOf: __, pickIds: ___, ...old } = anArticleContent();
  const revision = Revision.parse({ ...aRevision(), content: old });
  expect(revision.content).toMatchObject({ series: null, translationOf: null, pickIds: [] });
});

test('given more picks than a page shows, then they are refused', () => {
  const pickIds = Array.from({ length: 7 }, () => ids.article);
  expect(ArticleContent.safeParse({ ...anArticleContent(), pickIds }).success).toBe(false);
});
