import { createHash } from 'node:crypto';
import type {
  ApprovedWords,
  ArticleWords,
  Contribution,
  WordApproval,
} from '@viewpoints/domain/articles/word-approval';
import type { Block } from '@viewpoints/domain/document/blocks';
import { compareBlocks } from '@viewpoints/domain/document/compare-blocks';
import type { Document } from '@viewpoints/domain/document/document';
import { plainText } from '@viewpoints/domain/document/document-text';
import { stableJson } from '@viewpoints/domain/text/stable-json';
import { z } from 'zod';
import type { Transaction } from '../client.ts';
import { Prisma } from '../generated/client.ts';
import { parseRowsIn } from '../statement.ts';
import { instant } from './instant.ts';

/** What one author changed of an article in one save. */
export type RecordedChange = {
  articleId: string;
  accountId: string;
  at: Date;
  /** Fields by their names, `links`, findings as `findings.<id>`. */
  parts: string[];
  /** Changes of the text's blocks; left out if the text did not change. */
  blocks?: RecordedBlocks | undefined;
  /** Whether the article is new, so that no block has an author yet. */
  isFirst?: boolean;
};

export type RecordedBlocks = {
  /** Digests of all blocks that the text has now. */
  present: string[];
  /**
   * Digests of the blocks that are new, each with that of the block whose place it took, and once
   * more with that of any other whose words it has.
   */
  written: { digest: string; replaces: string | null }[];
};

/**
 * Records that an author changed an article: its change count goes up, and this number is their
 * last change. The article must be locked. Separate from saving, since imports and restores add
 * words too. Authors of a block stay its authors when it is changed.
 * @returns the number of the change
 */
export async function recordChange(
  tx: Transaction,
  { articleId, accountId, at, parts, blocks, isFirst = false }: RecordedChange,
): Promise<number> {
  const written = blocks?.written ?? [];
  const named = [...parts, ...written.map(({ digest }) => partOf(digest))];
  if (blocks !== undefined && !isFirst) await moveBlocks(tx, articleId, blocks);
  const [recorded] = await parseRowsIn(
    tx,
    z.object({ change: z.number() }),
    Prisma.sql`
    with counted as (
      update article set change_count = change_count + 1 where id = ${articleId}::uuid
      returning change_count as change
    ), latest as (
      select id from revision where article_id = ${articleId}::uuid order by number desc limit 1
    ), contributed as (
      insert into contribution as c (article_id, account_id, change, at, base_revision_id)
      select ${articleId}::uuid, ${accountId}::uuid, change, ${at}, (select id from latest) from counted
      on conflict (article_id, account_id) do update set
        change = excluded.change, at = excluded.at,
        base_revision_id = case
          when exists (select from approval a where a.article_id = c.article_id
            and a.author_id = c.account_id and a.change >= c.change) then excluded.base_revision_id
          else c.base_revision_id end
      returning change
    ), parts as (
      insert into contribution_part (article_id, account_id, part, change)
      select distinct ${articleId}::uuid, ${accountId}::uuid, part, change
      from contributed, unnest(${named}::text[]) as part
      on conflict (article_id, account_id, part) do update set change = excluded.change
    )
    select change from contributed`,
  );
  if (recorded === undefined) throw new Error(`there is no article ${articleId}`);
  return recorded.change;
}

/** The authors of a block are also those of the one that replaced it; removed blocks are dropped. */
async function moveBlocks(
  tx: Transaction,
  articleId: string,
  { present, written }: RecordedBlocks,
): Promise<void> {
  const replaced = written.flatMap(({ digest, replaces }) =>
    replaces === null ? [] : [{ from: partOf(replaces), to: partOf(digest) }],
  );
  if (replaced.length > 0)
    await tx.$executeRaw`
    insert into contribution_part as p (article_id, account_id, part, change)
    select old.article_id, old.account_id, moved.new, max(old.change)
    from contribution_part old
    join unnest(${replaced.map(({ from }) => from)}::text[], ${replaced.map(({ to }) => to)}::text[])
      as moved (old, new) on moved.old = old.part
    where old.article_id = ${articleId}::uuid
    group by old.article_id, old.account_id, moved.new
    on conflict (article_id, account_id, part) do update set change = greatest(p.change, excluded.change)`;
  await tx.$executeRaw`
    delete from contribution_part where article_id = ${articleId}::uuid and part like 'blocks.%'
      and part <> all (${present.map(partOf)}::text[])`;
}

/**
 * The changes of a text's blocks, for `recordChange`. Where blocks in a row were changed in one step,
 * as by a paragraph that is divided, the place of a block does not say whose words it has: words do.
 */
export function recordedBlocks(before: Document, after: Document): RecordedBlocks {
  const changes = compareBlocks(before, after);
  const former = changes.flatMap(({ before: was }) => (was === null ? [] : [was.block]));
  // With each key that is typed one block changes, whose place says enough.
  const index = changes.length > 1 ? indexWords(former) : new Map<string, string[]>();
  return {
    present: after.content.map(digestOfBlock),
    written: changes.flatMap(({ before: was, after: is }): RecordedBlocks['written'] => {
      if (is === null) return [];
      const digest = digestOfBlock(is.block);
      const sameWords =
        index.size === 0 ? [] : wordKeys(is.block).asNew.flatMap((key) => index.get(key) ?? []);
      const replaced = new Set([...(was === null ? [] : [digestOfBlock(was.block)]), ...sameWords]);
      return replaced.size === 0
        ? [{ digest, replaces: null }]
        : [...replaced].map((replaces) => ({ digest, replaces }));
    }),
  };
}

/** The digests of blocks by what `wordKeys` names of them. */
function indexWords(blocks: readonly Block[]): Map<string, string[]> {
  const index = new Map<string, string[]>();
  for (const block of blocks)
    for (const key of wordKeys(block).asFormer)
      index.set(key, [...(index.get(key) ?? []), digestOfBlock(block)]);
  return index;
}

/**
 * What a block has in common with another that has some of its words: two words that follow each
 * other. A single word is in most texts; it counts where it is all that one of the two has, as
 * where a paragraph is divided behind its first word or before its last.
 */
function wordKeys(block: Block): { asFormer: string[]; asNew: string[] } {
  const text = plainText({ type: 'doc', content: [block] });
  const words = text.split(/\s+/).filter((word) => word !== '');
  const pairs = words.slice(1).map((word, at) => `${words[at]} ${word}`);
  const isOne = words.length === 1;
  const ends = [...words.slice(0, 1), ...words.slice(-1)];
  return {
    asFormer: [...pairs, ...ends.map(endKey), ...(isOne ? words.map(allKey) : [])],
    asNew: [...pairs, ...words.map(allKey), ...(isOne ? words.map(endKey) : [])],
  };
}

const endKey = (word: string) => `at an end: ${word}`;
const allKey = (word: string) => `all of it: ${word}`;

function digestOfBlock(block: Block): string {
  const known = digests.get(block);
  if (known !== undefined) return known;
  const digest = createHash('sha256').update(stableJson(block)).digest('hex');
  digests.set(block, digest);
  return digest;
}
/** Of all blocks of a text in which somebody types, one changes with each key. */
const digests = new WeakMap<Block, string>();

/** The part that represents a block of the text. */
export const blockPart = (block: Block): string => partOf(digestOfBlock(block));

const partOf = (digest: string): string => `blocks.${digest}`;

/** Who wrote in each of these articles, and what of it has been approved. */
export async function listWords(
  db: Transaction,
  articles: readonly { id: string; createdBy: string }[],
): Promise<Map<string, ArticleWords>> {
  const where = { articleId: { in: articles.map(({ id }) => id) } };
  const contributions = Map.groupBy(
    await db.contribution.findMany({ where, orderBy: { change: 'desc' } }),
    ({ articleId }) => articleId,
  );
  const approvals = Map.groupBy(
    await db.approval.findMany({ where, orderBy: { change: 'desc' } }),
    ({ articleId }) => articleId,
  );
  return new Map(
    articles.map(({ id, createdBy }) => [
      id,
      {
        createdBy,
        contributions: (contributions.get(id) ?? []).map(contributionOf),
        approvals: (approvals.get(id) ?? []).map(approvalOf),
      },
    ]),
  );
}

/** The same for one article. */
export async function getWords(
  db: Transaction,
  article: { id: string; createdBy: string },
): Promise<ArticleWords> {
  const words = (await listWords(db, [article])).get(article.id);
  return words ?? { createdBy: article.createdBy, contributions: [], approvals: [] };
}

const contributionOf = (row: { accountId: string; change: number; at: Date }): Contribution => ({
  authorId: row.accountId,
  change: row.change,
  at: instant(row.at),
});

const approvalOf = ({ authorId, approverId, change, fourEyes }: WordApproval): WordApproval => ({
  ...{ authorId, approverId, change, fourEyes },
});

/** What an author wrote in an article, each part with the number of their last change to it. */
export type WrittenParts = {
  authorId: string;
  baseRevisionId: string | null;
  parts: { part: string; change: number }[];
};

export async function listWrittenParts(
  db: Transaction,
  articleId: string,
): Promise<WrittenParts[]> {
  const rows = await db.contribution.findMany({
    where: { articleId },
    select: {
      accountId: true,
      baseRevisionId: true,
      parts: { select: { part: true, change: true }, orderBy: { part: 'asc' } },
    },
  });
  return rows.map(({ accountId, ...row }) => ({ authorId: accountId, ...row }));
}

/** Inserts approvals of what others wrote. */
export async function insertApprovals(
  tx: Transaction,
  given: { articleId: string; approverId: string; at: Date; words: readonly ApprovedWords[] },
): Promise<void> {
  const { words, ...columns } = given;
  await tx.approval.createMany({ data: words.map((each) => ({ ...columns, ...each })) });
}
