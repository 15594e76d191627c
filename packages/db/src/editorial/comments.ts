import {
  type CommentCounts,
  CommentedField,
  type CommentTarget,
} from '@viewpoints/domain/comments/comment';
import type { Transaction } from '../client.ts';
import { instant, instantOrNull } from './instant.ts';
import { newId } from './new-id.ts';

type Person = { id: string; name: string };

/** A comment as the desk sees it. */
export type CommentItem = {
  id: string;
  /** Who wrote it. Of one that came by a link it is the label of that link, and no account. */
  by: { id: string | null; name: string };
  /** Who wrote it and when, as the Word file says that it came in; null for one that was written here. */
  inWordFile: { author: string | null; at: string | null } | null;
  at: string;
  editedAt: string | null;
  /** Null if its author has removed it. */
  text: string | null;
  mentions: Person[];
};

/** The target of a thread, as it is stored. */
export type ThreadTarget =
  /** The words as they were when it began; null once deleted words are no longer stored. */
  | { kind: 'words'; quote: string | null }
  | { kind: 'finding'; findingId: string }
  | { kind: 'field'; field: CommentedField }
  | { kind: 'article' };

export type ThreadItem = {
  id: string;
  on: ThreadTarget;
  at: string;
  resolved: { at: string; by: Person } | null;
  comments: CommentItem[];
};

const person = { select: { id: true, name: true } } as const;

/** Every thread of an article with its comments, the oldest first. */
export async function listThreads(db: Transaction, articleId: string): Promise<ThreadItem[]> {
  const rows = await db.commentThread.findMany({
    where: { articleId },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
    include: {
      resolvedBy: person,
      comments: {
        orderBy: [{ at: 'asc' }, { wordPlace: 'asc' }, { id: 'asc' }],
        include: { by: person, link: { select: { label: true } } },
      },
    },
  });
  const mentioned = new Set(
    rows.flatMap(({ comments }) => comments.flatMap(({ mentionIds }) => mentionIds)),
  );
  const people = await db.account.findMany({ where: { id: { in: [...mentioned] } }, ...person });
  const byId = new Map(people.map((each) => [each.id, each]));
  // Those of one file came at one time.
  const place = ({ comments: [first] }: (typeof rows)[number]) => first?.wordPlace ?? 0;
  const ordered = rows.toSorted((a, b) => Number(a.at) - Number(b.at) || place(a) - place(b));
  return ordered.map((row) => ({
    id: row.id,
    on: targetOf(row),
    at: instant(row.at),
    resolved:
      row.resolvedAt === null || row.resolvedBy === null
        ? null
        : { at: instant(row.resolvedAt), by: row.resolvedBy },
    comments: row.comments.map(({ id, by, link, at, editedAt, text, mentionIds, ...word }) => ({
      ...{ id, at: instant(at), editedAt: instantOrNull(editedAt), text },
      inWordFile:
        word.wordPlace === null
          ? null
          : { author: word.wordAuthor, at: instantOrNull(word.wordAt) },
      by: by ?? { id: null, name: link?.label ?? '' },
      mentions: mentionIds.flatMap((each) => byId.get(each) ?? []),
    })),
  }));
}

function targetOf(row: {
  target: ThreadTarget['kind'];
  findingId: string | null;
  field: string | null;
  quote: string | null;
}): ThreadTarget {
  if (row.target === 'finding') return { kind: 'finding', findingId: row.findingId ?? '' };
  if (row.target === 'field') return { kind: 'field', field: CommentedField.parse(row.field) };
  if (row.target === 'article') return { kind: 'article' };
  return { kind: 'words', quote: row.quote };
}

/** How many threads and comments an article has. */
export const countComments = async (
  db: Transaction,
  articleId: string,
): Promise<CommentCounts> => ({
  threads: await db.commentThread.count({ where: { articleId } }),
  comments: await db.comment.count({ where: { thread: { articleId } } }),
});

/** A thread as a command sees it. */
export type ThreadRow = {
  id: string;
  articleId: string;
  kind: ThreadTarget['kind'];
  isResolved: boolean;
  comments: {
    id: string;
    byId: string | null;
    isOfWordFile: boolean;
    isRemoved: boolean;
    mentionIds: string[];
  }[];
};

/** A thread by its id; null if there is none. */
export const findThread = (db: Transaction, id: string): Promise<ThreadRow | null> =>
  findThreadWhere(db, { id });

/** The thread that a comment is in; null if there is none. */
export const findThreadOfComment = (db: Transaction, id: string): Promise<ThreadRow | null> =>
  findThreadWhere(db, { comments: { some: { id } } });

async function findThreadWhere(
  db: Transaction,
  where: { id: string } | { comments: { some: { id: string } } },
): Promise<ThreadRow | null> {
  const row = await db.commentThread.findFirst({ where, include: { comments: true } });
  return (
    row && {
      ...{ id: row.id, articleId: row.articleId, kind: row.target },
      isResolved: row.resolvedAt !== null,
      comments: row.comments.map(({ id, byId, text, mentionIds, wordPlace }) => ({
        ...{ id, byId, mentionIds },
        isOfWordFile: wordPlace !== null,
        isRemoved: text === null,
      })),
    }
  );
}

export async function insertThread(
  tx: Transaction,
  {
    id,
    articleId,
    on,
    at,
  }: { id: string; articleId: string; on: CommentTarget | { kind: 'article' }; at: Date },
): Promise<void> {
  await tx.commentThread.create({
    data: {
      ...{ id, articleId, at, target: on.kind },
      ...(on.kind === 'words' ? { quote: on.quote.exact } : {}),
      ...(on.kind === 'finding' ? { findingId: on.findingId } : {}),
      ...(on.kind === 'field' ? { field: on.field } : {}),
    },
  });
}

export async function insertComment(
  tx: Transaction,
  comment: {
    id: string;
    threadId: string;
    at: Date;
    text: string;
    mentionIds: string[];
  } & ({ byId: string } | { linkId: string }),
): Promise<void> {
  await tx.comment.create({ data: comment });
  await countChange(tx, comment.threadId);
}

/** A thread of a Word file, in the words of its article. */
export type WordThread = {
  id: string;
  on:
    | { kind: 'words'; quote: string }
    | { kind: 'field'; field: CommentedField }
    | { kind: 'article' };
  resolved: boolean;
  comments: { author: string | null; at: string | null; text: string }[];
};

/** Stores the threads of a Word file, in its order, as comments of the account that brought it in. */
export async function insertWordThreads(
  tx: Transaction,
  { articleId, by, at }: { articleId: string; by: string; at: Date },
  threads: readonly WordThread[],
): Promise<void> {
  await tx.commentThread.createMany({
    data: threads.map(({ id, on, resolved }) => ({
      ...{ id, articleId, at, target: on.kind, changes: 1 },
      ...(on.kind === 'words' ? { quote: on.quote } : {}),
      ...(on.kind === 'field' ? { field: on.field } : {}),
      ...(resolved ? { resolvedAt: at, resolvedById: by } : {}),
    })),
  });
  const comments = threads.flatMap(({ id: threadId, comments }) =>
    comments.map((comment) => ({ threadId, ...comment })),
  );
  await tx.comment.createMany({
    data: comments.map(({ threadId, author, at: wordAt, text }, wordPlace) => ({
      ...{ id: newId(), threadId, byId: by, at, text, mentionIds: [] },
      ...{ wordPlace, wordAuthor: author, wordAt },
    })),
  });
}

/** Gives a comment other words; null if it is removed. */
export async function writeComment(
  tx: Transaction,
  comment: { id: string; threadId: string; at: Date; text: string | null; mentionIds: string[] },
): Promise<void> {
  const { id, threadId, at, text, mentionIds } = comment;
  const named = text === null ? { wordAuthor: null, wordAt: null } : {};
  await tx.comment.update({ where: { id }, data: { text, mentionIds, editedAt: at, ...named } });
  await countChange(tx, threadId);
}

async function countChange(tx: Transaction, id: string): Promise<void> {
  await tx.commentThread.update({ where: { id }, data: { changes: { increment: 1 } } });
}

export async function writeResolved(
  tx: Transaction,
  { id, resolved }: { id: string; resolved: { by: string | null; at: Date } | null },
): Promise<void> {
  await tx.commentThread.update({
    where: { id },
    data: {
      resolvedAt: resolved?.at ?? null,
      resolvedById: resolved?.by ?? null,
      changes: { increment: 1 },
    },
  });
}

export async function deleteThread(tx: Transaction, id: string): Promise<void> {
  await tx.commentThread.delete({ where: { id } });
}
