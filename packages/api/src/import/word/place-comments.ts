import { insertUpdate } from '@viewpoints/db/editorial/article-copies';
import {
  countComments,
  insertWordThreads,
  type WordThread,
} from '@viewpoints/db/editorial/comments';
import { newId } from '@viewpoints/db/editorial/new-id';
import type { CommentedRun } from '@viewpoints/docx/convert/trace-changes';
import { articleSubject } from '@viewpoints/domain/accounts/permissions';
import type { Article } from '@viewpoints/domain/articles/article';
import {
  CommentContent,
  type CommentCounts,
  MAX_COMMENT_LENGTH,
  MAX_COMMENTS,
  MAX_COMMENTS_OF_ARTICLE,
  MAX_THREADS,
} from '@viewpoints/domain/comments/comment';
import type { WordComment, WordReport } from '@viewpoints/domain/imports/word-report';
import { commentedWords, markLike } from '@viewpoints/working-copy/comment-marks';
import { changeOf } from '@viewpoints/working-copy/shared-document';
import { type Command, permit } from '../../command.ts';
import { openCopy } from '../../working-copy/open-copy.ts';

/** Longest quote of a file that a thread stores. */
const longestQuote = 5_000;

type Begun = Pick<WordThread, 'id' | 'resolved' | 'comments'> & { words: string };

/**
 * Turns the comments of a Word file into threads of its article, which is locked: on their words
 * where those are in the text. They belong to the importing account, under the names in the file;
 * no notifications are sent.
 * @returns the report, with those comments alone that did not become threads
 */
export async function placeComments(
  command: Command,
  article: Article,
  {
    report,
    commented,
    isThere,
  }: {
    report: WordReport;
    commented: readonly (readonly CommentedRun[])[];
    /** Whether the words that a change deletes are in the text all the same. */
    isThere: (change: number) => boolean;
  },
): Promise<WordReport> {
  if (report.comments.length === 0) return report;
  permit(command, 'comment.start', articleSubject(article));
  const { tx, at, acting } = command;
  const begun = beginThreads(report.comments, await countComments(tx, article.id));
  const lines = commented.map((line) =>
    line
      .filter(({ goneBy }) => goneBy === null || isThere(goneBy))
      .map(({ text, comments }) => ({
        text,
        ids: comments.flatMap((index) => begun.get(index)?.id ?? []),
      })),
  );
  const words = await markInText(command, article, lines);
  const threads = [...begun.values()].map(
    ({ words: inFile, ...thread }): WordThread => ({
      ...thread,
      on: targetOf(article, words.get(thread.id), inFile),
    }),
  );
  await insertWordThreads(tx, { articleId: article.id, by: acting.id, at }, threads);
  const kept = report.comments.filter((_, index) => !begun.has(index));
  const left = kept.reduce((sum, { replies }) => sum + 1 + replies.length, 0);
  return {
    ...report,
    comments: kept,
    threads: threads.length,
    counts: report.counts.map((count) =>
      count.part === 'comments' ? { ...count, broughtIn: count.found - left } : count,
    ),
  };
}

/** Those that there is room for, each whole, by their place in the report. */
function beginThreads(comments: readonly WordComment[], has: CommentCounts): Map<number, Begun> {
  const begun = new Map<number, Begun>();
  let { threads, comments: count } = has;
  for (const [index, { replies, resolved, words, ...first }] of comments.entries()) {
    const said = [first, ...replies].flatMap(({ author, at, text }) =>
      partsOf(text).map((part) => ({ author, at, text: part })),
    );
    const fits =
      threads < MAX_THREADS &&
      said.length <= MAX_COMMENTS &&
      count + said.length <= MAX_COMMENTS_OF_ARTICLE;
    if (said.length === 0 || !fits) continue;
    threads += 1;
    count += said.length;
    begun.set(index, { id: newId(), resolved, words, comments: said });
  }
  return begun;
}

/** A comment split into comments that are not too long; none if it is empty. */
function partsOf(text: string): string[] {
  const parts: string[] = [];
  let rest = text;
  while (rest !== '') {
    const end = endOfPart(rest);
    const part = CommentContent.safeParse({ text: rest.slice(0, end) });
    if (part.success) parts.push(part.data.text);
    rest = rest.slice(end);
  }
  return parts;
}

/** A place where a text can be divided: between words, or at least not inside a character. */
function endOfPart(text: string): number {
  if (text.length <= MAX_COMMENT_LENGTH) return text.length;
  const space = text.slice(0, MAX_COMMENT_LENGTH).search(/\s\S*$/);
  if (space > 0) return space;
  const isInside = /[\uD800-\uDBFF]/.test(text.charAt(MAX_COMMENT_LENGTH - 1));
  return isInside ? MAX_COMMENT_LENGTH - 1 : MAX_COMMENT_LENGTH;
}

/** Marks the words in the shared document, at the same save. @returns what each thread is on then */
async function markInText(
  command: Command,
  article: Article,
  lines: Parameters<typeof markLike>[1],
): Promise<Map<string, string>> {
  if (!lines.some((line) => line.some(({ ids }) => ids.length > 0))) return new Map();
  const { shared } = await openCopy(command, article);
  const update = changeOf(shared, () => markLike(shared, lines));
  const { id: articleId, save } = article;
  await insertUpdate(command.tx, { articleId, save, update, at: command.at });
  return commentedWords(shared);
}

/** Words that are in the text, or in the headline or standfirst; else those that the file has it on. */
function targetOf(article: Article, inText: string | undefined, inFile: string): WordThread['on'] {
  if (inText !== undefined)
    return { kind: 'words', quote: inText.slice(0, longestQuote).toWellFormed() };
  if (inFile === '') return { kind: 'article' };
  const field = (['headline', 'standfirst'] as const).find((name) => article[name] === inFile);
  if (field !== undefined) return { kind: 'field', field };
  return { kind: 'words', quote: inFile.slice(0, longestQuote).toWellFormed() };
}
