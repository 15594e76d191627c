import type { Transaction } from '@viewpoints/db/client';
import type { Finding } from '@viewpoints/domain/findings/finding';
import { saysAnyOf, wordsOfFinding } from './withdrawn-words.ts';

/** Notices and version notes of an article that say what a finding says; blanked ones say nothing. */
export type NoticesOfFinding = {
  notices: string[];
  versionNotes: { articleId: string; number: number }[];
};

/**
 * The notices that are about a finding or repeat its words: its proposition or its quote, in the
 * working copy or as readers have it, whatever their case and punctuation.
 */
export async function listNoticesOfFinding(
  tx: Transaction,
  finding: Finding,
): Promise<NoticesOfFinding> {
  const { id, articleId } = finding;
  const says = saysAnyOf(await wordsOfFinding(tx, finding));
  const blanked = await tx.correction.findMany({
    where: { articleId, redactedAt: { not: null } },
    select: { id: true },
  });
  const notices = await tx.publishedCorrection.findMany({
    where: { articleId, kind: 'correction', id: { notIn: blanked.map((each) => each.id) } },
    select: { id: true, findingId: true, was: true, now: true, why: true },
  });
  const about = notices.filter(
    ({ findingId, was, now, why }) => findingId === id || [was, now, why].some(says),
  );
  const versions = await tx.publishedVersion.findMany({
    where: { articleId, note: { not: null } },
    select: { number: true, note: true },
  });
  // A note joins the reasons of the notices that were published with its version.
  const reasons = about.map(({ why }) => why);
  return {
    notices: about.map((each) => each.id),
    versionNotes: versions
      .filter(({ note }) => says(note ?? '') || reasons.some((why) => (note ?? '').includes(why)))
      .map(({ number }) => ({ articleId, number })),
  };
}

/**
 * Places of notices that still contain the words of findings withdrawn since: a later notice may
 * mention one on purpose.
 */
export async function listWithdrawnWords(
  tx: Transaction,
  findings: readonly Finding[],
): Promise<{ findingId: string; place: string }[]> {
  const places: { findingId: string; place: string }[] = [];
  for (const finding of findings.filter(({ state }) => state === 'withdrawn')) {
    const { notices } = await listNoticesOfFinding(tx, finding);
    const row = await tx.publishedFinding.findUnique({
      where: { id: finding.id },
      select: { withdrawnAt: true },
    });
    const earlier = await tx.publishedCorrection.findMany({
      where: { id: { in: notices }, at: { lte: row?.withdrawnAt ?? new Date(0) } },
      select: { id: true },
    });
    places.push(
      ...earlier.map(({ id }) => ({ findingId: finding.id, place: `corrections.${id}.was` })),
    );
  }
  return places;
}

/** The notes of versions that repeat why a notice was given. */
export async function listVersionNotesWith(
  tx: Transaction,
  { articleId, why }: { articleId: string; why: string },
): Promise<NoticesOfFinding['versionNotes']> {
  const versions = await tx.publishedVersion.findMany({
    where: { articleId, note: { contains: why } },
    select: { number: true },
  });
  return versions.map(({ number }) => ({ articleId, number }));
}
