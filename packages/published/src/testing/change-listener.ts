import { inTransaction } from '@viewpoints/db/client';
import {
  addAccount,
  addActor,
  addArticle,
  addFinding,
  addIssue,
  addTopic,
} from '@viewpoints/db/testing/builders';
import { createTestDatabase, type TestDatabase } from '@viewpoints/db/testing/test-database';
import type { Actor } from '@viewpoints/domain/actors/actor';
import type { Article, ArticleContent } from '@viewpoints/domain/articles/article';
import type { Finding } from '@viewpoints/domain/findings/finding';
import type { Issue } from '@viewpoints/domain/issues/issue';
import type { Topic } from '@viewpoints/domain/topics/topic';
import { expect, vi } from 'vitest';
import { listenForChanges } from '../changes/listen.ts';
import { notifyChanged } from '../changes/notify.ts';
import { tag } from '../changes/tags.ts';

/** A database whose announcements are listened to, and what was heard of them. */
export type ChangeListener = {
  db: TestDatabase;
  by: string;
  heard: string[];
  ups: number;
  downs: number;
  /** Waits until everything announced so far has arrived; returns it, in order. */
  quiet: () => Promise<string[]>;
  /** Only the changes announced by some work. */
  hear: (work: () => Promise<unknown>) => Promise<string[]>;
  /** An article with a finding of an actor on an issue under a topic, not yet published. */
  addArticleWithFinding: (given?: ArticleOptions) => Promise<ArticleWithFinding>;
  close: () => Promise<void>;
};

export type ArticleWithFinding = {
  article: Article;
  finding: Finding;
  actor: Actor;
  issue: Issue;
  topic: Topic;
};
type ArticleOptions = Partial<Pick<ArticleWithFinding, 'actor' | 'issue' | 'topic'>> & {
  content?: Partial<ArticleContent>;
};

/** When everything in these tests happens. */
export const now = new Date('2021-02-01T09:00:00.000Z');

/** Tags of every change of an article: the list of changes, and its month. */
export const anyChange = ['list:changes', tag.month(now.toISOString().slice(0, 7))];

/** Creates a database and listens to it. */
export async function listenToChanges(): Promise<ChangeListener> {
  const db = await createTestDatabase();
  const by = (await addAccount(db.editorial)).id;
  const journal: ChangeListener = {
    ...{ db, by, heard: [], ups: 0, downs: 0 },
    quiet: async () => {
      const mark = `slug:mark-${Math.random()}` as const;
      await inTransaction(db.editorial, (tx) => notifyChanged(tx, [mark]));
      await vi.waitFor(() => expect(journal.heard).toContain(mark), { timeout: 5_000 });
      return journal.heard.filter((each) => !each.startsWith('slug:mark')).sort();
    },
    hear: async (work) => {
      await journal.quiet();
      journal.heard = [];
      await work();
      return journal.quiet();
    },
    addArticleWithFinding: async (given = {}) => {
      const actor = given.actor ?? (await addActor(db.editorial));
      const issue = given.issue ?? (await addIssue(db.editorial));
      const topic = given.topic ?? (await addTopic(db.editorial));
      const content = { ...given.content, topicIds: [topic.id] };
      const article = await addArticle(db.editorial, { by, ...content });
      const finding = await addFinding(db.editorial, article, {
        by,
        holders: [{ actorId: actor.id, wording: null, basis: 'direct' }],
        issueIds: [issue.id],
      });
      return { article, finding, actor, issue, topic };
    },
    close: async () => {
      await stop();
      await db.drop();
    },
  };
  const stop = await listenForChanges(db.readerUrl, {
    onChange: (tags) => journal.heard.push(...tags),
    onUp: () => {
      journal.ups += 1;
    },
    onDown: () => {
      journal.downs += 1;
    },
  });
  await vi.waitFor(() => expect(journal.ups).toBe(1), { timeout: 5_000 });
  return journal;
}
