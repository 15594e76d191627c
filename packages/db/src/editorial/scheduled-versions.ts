import type { Article } from '@viewpoints/domain/articles/article';
import type {
  ScheduledVersion,
  VersionChangeSet,
} from '@viewpoints/domain/articles/scheduled-version';
import { CorrectionContent } from '@viewpoints/domain/corrections/correction';
import type { Direction } from '@viewpoints/domain/values';
import { z } from 'zod';
import type { Transaction } from '../client.ts';
import type { Prisma } from '../generated/client.ts';
import { instant } from './instant.ts';

const Corrections = z.array(CorrectionContent);

const refusalOf = ({
  refusedAt,
  refusedCode,
  refusedMessage,
}: Pick<
  Prisma.ScheduledVersionGetPayload<object>,
  'refusedAt' | 'refusedCode' | 'refusedMessage'
>) =>
  refusedAt === null || refusedCode === null
    ? null
    : { at: instant(refusedAt), code: refusedCode, message: refusedMessage ?? '' };

/** The kind and notices an article was last scheduled with; null if there are none, or it was published. */
export async function findScheduledVersion(
  db: Transaction,
  articleId: string,
): Promise<ScheduledVersion | null> {
  const row = await db.scheduledVersion.findUnique({ where: { articleId } });
  if (row === null) return null;
  const { minor, setById: setBy } = row;
  const corrections = Corrections.parse(row.corrections);
  return { minor, corrections, setBy, setAt: instant(row.setAt), refused: refusalOf(row) };
}

/** Replaces the kind and notices that an article is scheduled with. The article must be locked. */
export async function writeScheduledVersion(
  tx: Transaction,
  articleId: string,
  { minor, corrections, by, setAt }: VersionChangeSet,
): Promise<void> {
  const row = {
    ...{ minor, corrections, setById: by, setAt: new Date(setAt) },
    ...{ refusedAt: null, refusedCode: null, refusedMessage: null },
  };
  await tx.scheduledVersion.upsert({
    where: { articleId },
    create: { articleId, ...row },
    update: row,
  });
}

/** Replaces the scheduled notices. The article must be locked. */
export async function writeScheduledNotices(
  tx: Transaction,
  articleId: string,
  corrections: CorrectionContent[],
): Promise<void> {
  await tx.scheduledVersion.update({ where: { articleId }, data: { corrections } });
}

/**
 * Stores that an article was refused at its time, with a new row for one that was scheduled before this
 * table existed. The article must be locked.
 */
export async function writeScheduleRefusal(
  tx: Transaction,
  { id: articleId, savedBy }: Pick<Article, 'id' | 'savedBy'>,
  { at, code, message }: { at: Date; code: string; message: string },
): Promise<void> {
  const refusal = { refusedAt: at, refusedCode: code, refusedMessage: message };
  await tx.scheduledVersion.upsert({
    where: { articleId },
    create: { articleId, minor: false, corrections: [], setById: savedBy, setAt: at, ...refusal },
    update: refusal,
  });
}

export type StoppedArticle = {
  id: string;
  headline: string;
  language: string;
  direction: Direction;
  refused: NonNullable<ScheduledVersion['refused']>;
};

/** Articles that were refused at their time and not scheduled or published since. */
export async function listStoppedArticles(db: Transaction): Promise<StoppedArticle[]> {
  const rows = await db.scheduledVersion.findMany({
    where: { refusedAt: { not: null } },
    orderBy: [{ refusedAt: 'desc' }, { articleId: 'asc' }],
    take: 20,
    select: {
      ...{ refusedAt: true, refusedCode: true, refusedMessage: true },
      article: { select: { id: true, headline: true, language: true, direction: true } },
    },
  });
  return rows.flatMap(({ article, ...row }) => {
    const refused = refusalOf(row);
    return refused === null ? [] : [{ ...article, refused }];
  });
}
