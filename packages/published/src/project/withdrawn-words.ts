import type { Transaction } from '@viewpoints/db/client';
import { listCorrections } from '@viewpoints/db/editorial/corrections';
import { articleTexts } from '@viewpoints/domain/articles/public-texts';
import { foldMention } from '@viewpoints/domain/attribution/fold-mention';
import type { CorrectionContent } from '@viewpoints/domain/corrections/correction';
import type { Redaction } from '@viewpoints/domain/exposures/redaction';
import type { Finding } from '@viewpoints/domain/findings/finding';
import { readStoredFinding } from '../query/stored-views.ts';
import { findPublishedView, findVersionView } from './version-views.ts';

/*
 * A notice that was written before a withdrawal or redaction and published after it must not repeat
 * what was withdrawn or redacted.
 */

/** What is no longer public: findings, and words, compared without case and punctuation. */
export type WithdrawnWords = {
  findingIds: string[];
  words: string[];
  was: (text: string) => boolean;
};

type NoticeText = Pick<CorrectionContent, 'findingId' | 'was' | 'now' | 'why'>;

/** A test whether a text contains one of these, without regard to case and punctuation. */
export function saysAnyOf(words: readonly string[]): (text: string) => boolean {
  const folded = words.map(foldMention).filter((each) => each !== '');
  return (text) => {
    const within = ` ${foldMention(text)} `;
    return folded.some((each) => within.includes(` ${each} `));
  };
}

/** Whether a notice names a withdrawn finding, or repeats withdrawn words. */
export function repeatsWithdrawn({ findingIds, words, was: isWithdrawn }: WithdrawnWords) {
  const says = saysAnyOf(words);
  return ({ findingId, was, now, why }: NoticeText): boolean =>
    (findingId !== null && findingIds.includes(findingId)) ||
    [was, now, why].some(says) ||
    (was !== '' && isWithdrawn(was));
}

const withdrawn = (given: Partial<WithdrawnWords>): WithdrawnWords => ({
  ...{ findingIds: [], words: [], was: () => false },
  ...given,
});

/** The words of a finding, in the working copy and in its public view. */
export async function wordsOfFinding(
  tx: Transaction,
  { id, proposition, evidence }: Finding,
): Promise<string[]> {
  const published = await tx.publishedFinding.findUnique({ where: { id }, select: { view: true } });
  const view = published === null ? null : readStoredFinding(published.view);
  return [proposition, evidence.quote?.exact, view?.proposition, view?.quote?.exact].flatMap(
    (text) => text ?? [],
  );
}

/** The words withdrawn with a finding: its own, and those of notices that are withdrawn with it. */
export async function withdrawnWithFinding(
  tx: Transaction,
  finding: Finding,
  noticeIds: readonly string[],
): Promise<WithdrawnWords> {
  const notices = await listCorrections(tx, finding.articleId);
  return withdrawn({
    findingIds: [finding.id],
    words: [
      ...(await wordsOfFinding(tx, finding)),
      ...notices.filter(({ id }) => noticeIds.includes(id)).flatMap(wordsOfNotice),
    ],
  });
}

const wordsOfNotice = ({ was, now, why }: NoticeText) => [was, now, why];

/** The words that a redaction withdraws. Called before it, since they are gone afterwards. */
export async function withdrawnByRedaction(
  tx: Transaction,
  articleId: string,
  redaction: Redaction,
): Promise<WithdrawnWords> {
  switch (redaction.what) {
    case 'notice': {
      const notices = await listCorrections(tx, articleId);
      const notice = notices.find(({ id }) => id === redaction.noticeId);
      return withdrawn({ words: notice === undefined ? [] : wordsOfNotice(notice) });
    }
    case 'note': {
      const { number } = redaction;
      const key = { articleId_number: { articleId, number } };
      const row = await tx.publishedVersion.findUnique({ where: key, select: { note: true } });
      const note = row?.note ?? '';
      // A note joins the reasons of the notices that were published with its version.
      const reasons = (await listCorrections(tx, articleId)).map(({ why }) => why);
      return withdrawn({ words: [note, ...reasons.filter((why) => note.includes(why))] });
    }
    case 'version': {
      const hidden = await findVersionView(tx, articleId, redaction.number);
      const live = await findPublishedView(tx, articleId);
      const [isHidden, isLive] = [hidden, live].map((view) => {
        const texts = view === null ? [] : articleTexts(view).filter(isOfVersion);
        return (words: string) => texts.map(({ text }) => text).some(saysAnyOf([words]));
      });
      return withdrawn({ was: (text) => isHidden?.(text) === true && isLive?.(text) !== true });
    }
    case 'address':
      return withdrawn({ words: [redaction.slug] });
  }
}

const isOfVersion = ({ kind }: { kind: string }) => kind === 'version' || kind === 'finding';

/** The words withdrawn or redacted in an article since a moment. */
export async function withdrawnSince(
  tx: Transaction,
  { articleId, own, since }: { articleId: string; own: readonly Finding[]; since: string },
): Promise<WithdrawnWords> {
  const rows = await tx.publishedFinding.findMany({
    where: { articleId, withdrawnAt: { gt: new Date(since) } },
    select: { id: true },
  });
  const findings = own.filter((finding) => rows.some(({ id }) => id === finding.id));
  const blanked = (await listCorrections(tx, articleId)).filter(
    ({ redactedAt }) => redactedAt !== null && redactedAt > since,
  );
  const words = [];
  for (const finding of findings) words.push(...(await wordsOfFinding(tx, finding)));
  return withdrawn({
    findingIds: rows.map(({ id }) => id),
    words: [...words, ...blanked.flatMap(wordsOfNotice)],
  });
}
