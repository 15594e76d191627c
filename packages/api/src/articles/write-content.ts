import { isDeepStrictEqual } from 'node:util';
import { writeArticleSave, writeLiveSave } from '@viewpoints/db/editorial/articles';
import { recordedBlocks } from '@viewpoints/db/editorial/contributions';
import {
  type Article,
  type ArticleContent,
  articleContentOf,
} from '@viewpoints/domain/articles/article';
import { writtenFields } from '@viewpoints/domain/articles/written-fields';
import { plainText } from '@viewpoints/domain/document/document-text';
import { normaliseDocument } from '@viewpoints/domain/document/normalise-document';
import { slugReasons } from '@viewpoints/domain/pages/page-path';
import { decide } from '@viewpoints/domain/refusal';
import { allow, type Command, record } from '../command.ts';
import { requireFieldsOfKind } from '../pages/fields-of-kind.ts';
import { requireVisibleSources } from '../sources/require-visible-sources.ts';
import { edit } from './edit-article.ts';
import { requireFreeSlug } from './free-slug.ts';
import { moveFindingQuotes } from './move-finding-quotes.ts';
import { shareBlocks } from './share-blocks.ts';
import { requireTranslation } from './translation-of.ts';

/** The stored content of a shared document, and how many suggestions were removed with their words. */
export type StoredContent = { content: ArticleContent; suggestionsGone: number };

/** The options for writing new content into a working copy. */
export type ContentWrite = {
  /** Stores it in the shared document; returns the new values of the columns. */
  store: (content: ArticleContent) => Promise<StoredContent>;
  /** Whether it is one of many small writes: those of a minute are recorded as one change. */
  live: boolean;
  /** The authors of suggestions that another accepts: the new text counts as theirs too. */
  alsoBy?: readonly string[];
};

/**
 * Gives a locked article other content, with everything that follows from it: approvals that fall,
 * whose words these are, where quotes of findings are now, and the audit record. Ends the command
 * where the journal cannot have that content.
 */
export async function writeContent(
  command: Command,
  locked: Article,
  content: ArticleContent,
  { store, live, alsoBy }: ContentWrite,
): Promise<{ article: Article; suggestionsGone: number }> {
  const { tx, acting, at } = command;
  const { id } = locked;
  const fields = changedFields(articleContentOf(locked), content);
  requireFieldsOfKind(locked, content, fields);
  await requireContent(command, locked, { content, fields });
  if (locked.kind === 'page' && fields.includes('slug'))
    allow(decide(slugReasons(content.slug, locked.parent)));
  const { voiding } = await edit(command, locked, {
    parts: writtenFields(articleContentOf(locked), content),
    blocks: fields.includes('body') ? recordedBlocks(locked.body, content.body) : undefined,
    alsoBy: alsoBy ?? [],
  });
  const { content: stored, suggestionsGone } = await store(content);
  const written = { id, content: stored, by: acting.id, at, fields };
  const { article: row, isNew } = live
    ? await writeLiveSave(tx, written)
    : { article: await writeArticleSave(tx, written), isNew: true };
  const article = { ...row, body: shareBlocks(stored.body, row.body) };
  await moveFindingQuotes(command, id, {
    oldText: plainText(locked.body),
    newText: plainText(article.body),
  });
  if (isNew || voiding.code !== undefined)
    await record(command, 'article.edit', ['article', id], {
      save: article.save,
      fields: fields.join(' '),
      ...(suggestionsGone > 0 ? { suggestionsGone } : {}),
      ...voiding,
    });
  return { article, suggestionsGone };
}

/** Ends the command if fields that changed cannot have what they have now. */
async function requireContent(
  command: Command,
  locked: Article,
  { content, fields }: { content: ArticleContent; fields: (keyof ArticleContent)[] },
): Promise<void> {
  if (fields.includes('slug')) await requireFreeSlug(command, content.slug, locked.id);
  if (fields.includes('translationOf') || fields.includes('language'))
    await requireTranslation(command, locked, content);
  if (fields.includes('sourceIds'))
    await requireVisibleSources(
      command,
      content.sourceIds.map((each) => ({ id: each, at: 'content.sourceIds' })),
    );
}

/** One form for what can be said in several: a normal document, nothing named twice, no pick of itself. */
export function canonicalise(id: string, content: ArticleContent): ArticleContent {
  const { byline } = content;
  return {
    ...content,
    body: normaliseDocument(content.body),
    topicIds: once(content.topicIds),
    sourceIds: once(content.sourceIds),
    pickIds: once(content.pickIds).filter((picked) => picked !== id),
    byline: byline?.kind === 'authors' ? { ...byline, authorIds: once(byline.authorIds) } : byline,
  };
}

const once = (ids: string[]): string[] => [...new Set(ids)];

export function changedFields(
  before: ArticleContent,
  after: ArticleContent,
): (keyof ArticleContent)[] {
  const keys = Object.keys(before) as (keyof ArticleContent)[];
  return keys.filter((key) => !isDeepStrictEqual(before[key], after[key]));
}
