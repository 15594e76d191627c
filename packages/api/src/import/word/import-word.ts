import { insertArticle } from '@viewpoints/db/editorial/articles';
import { getJournal } from '@viewpoints/db/editorial/journal';
import { newId } from '@viewpoints/db/editorial/new-id';
import { getWordStyles, insertWordImport } from '@viewpoints/db/editorial/word-imports';
import { articleSubject } from '@viewpoints/domain/accounts/permissions';
import {
  type Article,
  ArticleContent,
  articleContentOf,
} from '@viewpoints/domain/articles/article';
import { Document, MAX_DOCUMENT_LENGTH } from '@viewpoints/domain/document/document';
import { documentText } from '@viewpoints/domain/document/document-text';
import { normaliseDocument } from '@viewpoints/domain/document/normalise-document';
import type { WordReport } from '@viewpoints/domain/imports/word-report';
import { reason } from '@viewpoints/domain/refusal';
import { directionOf } from '@viewpoints/domain/text/direction';
import { oneLine } from '@viewpoints/domain/text/normalise';
import { Id, Language, text } from '@viewpoints/domain/values';
import { z } from 'zod';
import { freeSlug, runWithFreeSlug } from '../../articles/free-slug.ts';
import { lockExistingArticle } from '../../articles/lock-article.ts';
import { saveArticleIn } from '../../articles/save-article.ts';
import { type Command, permit, record } from '../../command.ts';
import type { MetadataReport } from '../../media/report-metadata.ts';
import { reportStored } from '../../media/upload-media.ts';
import { ProblemError } from '../../problem.ts';
import { cutRevision } from '../../publishing/cut-revision.ts';
import { placeComments } from './place-comments.ts';
import { placePictures, renumberBlocks } from './place-pictures.ts';
import { type ReadWordFile, readWordFile } from './read-word-file.ts';
import { discardPictures, type MediaContext, storePictures } from './store-pictures.ts';
import {
  acceptedText,
  hasNoSuggestions,
  placeSuggestions,
  suggestedText,
} from './suggest-changes.ts';

export const ImportWord = z.strictObject({
  fileName: text(255).default(''),
  /** In the place of the one that the file has. */
  headline: text(200).default(''),
  /** An article without text that it is to come into; null for a new one. */
  articleId: Id.nullable().default(null),
});

export type ImportedWord = {
  article: Article;
  importId: string;
  report: WordReport;
  /** Metadata removed from its pictures; stored nowhere, as after an upload. */
  pictures: MetadataReport;
};

/** How far it is: the file is being read, or its pictures are being cleaned. */
export type ImportProgress = { stage: 'reading' } | { stage: 'pictures'; done: number; of: number };

/**
 * Imports a Word file: as a new draft, or into an article that has no text yet. Its tracked changes
 * become suggestions where they can, and count as accepted where not; its comments become threads.
 * A report of all of it is stored with the article, for those who may edit it.
 */
export async function importWord(
  ctx: MediaContext,
  bytes: Uint8Array,
  input: z.output<typeof ImportWord>,
  onProgress: (progress: ImportProgress) => void = () => {},
): Promise<ImportedWord> {
  permit({ acting: ctx.account ?? { id: '', roles: [] }, fourEyes: true }, 'article.import');
  onProgress({ stage: 'reading' });
  const { styles } = await getWordStyles(ctx.editorial);
  const file = await readWordFile(bytes, styles);
  const of = file.pictures.length;
  const { pictures, metadata } = await storePictures(ctx, file, (done) =>
    onProgress({ stage: 'pictures', done, of }),
  );
  try {
    const placed = placePictures(file.converted.blocks, pictures, file.converted.report);
    const accepted = bodyOf(placed.blocks);
    const { suggested } = file.converted;
    const numbered = renumberBlocks(file.converted.report, suggested.numbers);
    const marked = placePictures(suggested.blocks, pictures, numbered);
    const withChanges = suggestedText(accepted, marked.blocks, {
      ...{ changes: suggested.changes, by: ctx.account?.id ?? '' },
    });
    const imported = await runWithFreeSlug(ctx, async (command) => {
      const isFree = input.articleId === null || (await hasNoSuggestions(command, input.articleId));
      const text = isFree ? withChanges : acceptedText(accepted);
      const content = {
        body: text.body,
        ...headOf(file, input),
        note: noteOf(file, input.fileName),
      };
      const article =
        input.articleId === null
          ? await writeNew(command, file, content)
          : await writeInto(command, input.articleId, content);
      const suggesting = await placeSuggestions(command, article, {
        ...{ text, report: text.nodes === null ? placed.report : marked.report },
      });
      const report = await placeComments(command, article, {
        ...{ report: suggesting, commented: file.converted.commented },
        isThere: (change) => text.ids.has(change),
      });
      const importId = newId();
      const { id: by } = command.acting;
      await insertWordImport(command.tx, {
        ...{ id: importId, articleId: article.id, by, at: command.at },
        fileName: input.fileName,
        report,
      });
      const revision = await cutRevision(command, article, 'imported');
      await record(command, 'article.import', ['article', article.id], {
        revisionId: revision.id,
        ...{ word: true, threads: report.threads, suggestions: text.ids.size },
      });
      return { article, importId, report };
    });
    return { ...imported, pictures: await reportStored(ctx, metadata) };
  } catch (error) {
    await discardPictures(ctx, pictures);
    throw error;
  }
}

type Content = Pick<ArticleContent, 'body' | 'headline' | 'standfirst' | 'note'>;

/** The text of the article. @throws {ProblemError} if it is longer than one may be */
function bodyOf(blocks: Document['content']): Document {
  const whole: Document = {
    type: 'doc',
    content: blocks.length > 0 ? blocks : [{ type: 'paragraph' }],
  };
  const parsed = Document.safeParse(whole);
  if (!parsed.success || JSON.stringify(parsed.data).length > MAX_DOCUMENT_LENGTH)
    throw new ProblemError('too_large', [
      reason('word_too_long', 'This text is longer than an article may be. Part it.', 'file'),
    ]);
  return normaliseDocument(parsed.data);
}

/** The headline that was given, that of the file, or the file's name. */
function headOf(
  { converted: { headline, standfirst } }: ReadWordFile,
  input: z.output<typeof ImportWord>,
): Pick<Content, 'headline' | 'standfirst'> {
  const fromName = oneLine(input.fileName.replace(/\.docx$/i, '').replaceAll('_', ' '));
  return {
    headline: input.headline || oneLine(headline ?? '') || fromName.slice(0, 200).trim(),
    standfirst: oneLine(standfirst ?? ''),
  };
}

/** A note about the file's origin, with the names and dates in it: for the desk only. */
function noteOf({ converted: { report } }: ReadWordFile, fileName: string): string {
  const named = report.items.filter(({ code }) => code === 'byline' || code === 'date');
  const lines = [
    `Brought in from ${fileName || 'a Word file'}.`,
    ...named.map(({ code, words }) =>
      code === 'byline' ? `Named as the author: ${words}` : `A date in the file: ${words}`,
    ),
  ];
  return lines.join('\n').slice(0, 10_000);
}

async function writeNew(
  command: Command,
  { converted }: ReadWordFile,
  content: Content,
): Promise<Article> {
  permit(command, 'article.import');
  const journal = await getJournal(command.tx);
  const language = languageOf(converted.language, journal.language);
  return insertArticle(command.tx, {
    id: newId(),
    content: ArticleContent.parse({
      ...content,
      slug: await freeSlug(command, content.headline),
      language,
      direction: directionOf(language),
    }),
    by: command.acting.id,
    at: command.at,
    timeZone: journal.timeZone,
  });
}

/** The journal's own tag where a file is in its language: Word says "en-US" of most that is English. */
function languageOf(found: string | null, journal: string): string {
  if (found === null) return journal;
  const { language } = new Intl.Locale(found);
  if (language === new Intl.Locale(journal).language) return journal;
  return Language.safeParse(language).data ?? journal;
}

/** Writes into an article without text; its other content stays. */
async function writeInto(command: Command, id: string, content: Content): Promise<Article> {
  const locked = await lockExistingArticle(command, id);
  permit(command, 'article.edit', articleSubject(locked));
  const isEmpty =
    documentText(locked.body).text === '' &&
    locked.body.content.every(({ type }) => type === 'paragraph');
  if (!isEmpty)
    throw new ProblemError('refused', [
      reason(
        'article_has_text',
        'This article has a text already. Bring the file in as a new article, or empty this one.',
        'body',
      ),
    ]);
  const { article } = await saveArticleIn(command, {
    ...{ id, seen: locked.save },
    content: {
      ...articleContentOf(locked),
      body: content.body,
      headline: locked.headline || content.headline,
      standfirst: locked.standfirst || content.standfirst,
      note: [locked.note, content.note]
        .filter((words) => words !== '')
        .join('\n')
        .slice(0, 10_000),
    },
  });
  return article;
}
