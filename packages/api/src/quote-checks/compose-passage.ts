import { createHash } from 'node:crypto';
import type { Transaction } from '@viewpoints/db/client';
import { listClearances } from '@viewpoints/db/editorial/clearances';
import { listArticleFindings } from '@viewpoints/db/editorial/findings';
import type { JournalRow } from '@viewpoints/db/editorial/journal';
import type { Article } from '@viewpoints/domain/articles/article';
import type { Finding } from '@viewpoints/domain/findings/finding';
import { type QuotePassage, quotePassageOf } from '@viewpoints/domain/findings/quote-check';
import { stableJson } from '@viewpoints/domain/text/stable-json';
import { loadReferences } from '../publishing/article-graph.ts';

/** The parts of an article that a passage is composed of. */
export type PassageParts = {
  article: Article;
  findings: Finding[];
  references: Omit<Parameters<typeof quotePassageOf>[0], 'article' | 'finding' | 'findings'>;
};

/** Loads what decides of each finding of an article whether its source may be shown it. */
export async function loadPassageParts(
  tx: Transaction,
  article: Article,
  { language }: Pick<JournalRow, 'language'>,
): Promise<PassageParts> {
  const findings = await listArticleFindings(tx, article.id);
  const { sources, waivers } = await loadReferences(tx, article.id, article, findings);
  const clearances = await listClearances(
    tx,
    sources.map(({ id }) => id),
  );
  return { article, findings, references: { sources, waivers, clearances, locale: language } };
}

/** The passage of a finding as it is now, or why it may not be shown. */
export const passageIn = ({ article, findings, references }: PassageParts, finding: Finding) =>
  quotePassageOf({ article, finding, findings, ...references });

/** The hash that a link is bound to: it shows only the words and terms it was made for. */
export const hashOfPassage = (passage: QuotePassage): string =>
  createHash('sha256').update(stableJson(passage)).digest('hex');
