import type { FindingView, PublicFindingState } from '@viewpoints/domain/findings/finding-view';
import { describe, expect, it } from 'vitest';
import { articleSharePath, findingSharePath, journalSharePath } from './share-address.ts';
import { articleCard, findingCard, journalCard, shareAlt } from './share-card.ts';

const journal = {
  name: 'The Lamp',
  tagline: 'Positions, and how we know them',
  language: 'en',
  timeZone: 'Europe/London',
};

const article = {
  headline: 'Who owns the weir?',
  section: '',
  genre: 'analysis',
  topics: [{ slug: 'water', name: 'Water' }],
  byline: {
    authors: [
      { slug: 'a', name: 'Ada Mol' },
      { slug: 'b', name: 'Bo Rask' },
    ],
    reason: null,
  },
  publishedAt: '2031-03-30T23:30:00.000Z',
  language: 'en',
  direction: 'ltr',
  retracted: false,
} as const satisfies Parameters<typeof articleCard>[0];

const finding = {
  state: 'published',
  proposition: 'The weir stays open until May',
  holders: [{ label: 'the upper council' }, { label: 'a miller (second hand)' }],
  stance: 'accepts_if',
  attribution: { termsLabel: 'Background', wording: 'a former warden' },
  article: { headline: 'Who owns the weir?' },
  publishedAt: '2031-03-30T10:00:00.000Z',
  language: 'en',
  direction: 'ltr',
} as FindingView;

describe('what a share image says', () => {
  it('given an article, then headline, place, authors, journal and its day there', () => {
    expect(shareAlt(articleCard(article, journal))).toBe(
      'Water · Analysis. Who owns the weir? Ada Mol and Bo Rask. The Lamp, 31 March 2031.',
    );
  });

  it('given a retracted article, then that first', () => {
    expect(shareAlt(articleCard({ ...article, retracted: true }, journal))).toMatch(
      /^Retracted\. /,
    );
  });

  it('given nobody named, then the reason', () => {
    const byline = { authors: [], reason: 'Written by the desk' };
    expect(articleCard({ ...article, byline }, journal).foot).toBe('Written by the desk');
  });

  it('given a finding, then who holds it, the stance, and its terms', () => {
    expect(shareAlt(findingCard(finding, journal))).toBe(
      'the upper council, a miller (second hand). Accepts, if. The weir stays open until May. ' +
        'Background: a former warden. The Lamp, 30 March 2031.',
    );
  });

  it('given a finding that was replaced, then how', () => {
    const notice = (state: PublicFindingState) =>
      findingCard({ ...finding, state }, journal).notice;
    expect(notice('superseded')).toBe('Changed since');
    expect(notice('corrected')).toBe('Corrected');
  });

  it('given a withdrawn finding, then nothing of what it said', () => {
    const card = findingCard({ ...finding, state: 'withdrawn' }, journal);
    expect(shareAlt(card)).toMatch(/^Withdrawn\. Who owns the weir\?/);
    expect(JSON.stringify(card)).not.toMatch(/stays open|council|miller|warden|accepts/i);
  });

  it('given the journal, then its name and what it is', () => {
    expect(shareAlt(journalCard(journal))).toBe('The Lamp. Positions, and how we know them.');
    expect(journalCard({ ...journal, name: 'چراغ' }).direction).toBe('rtl');
  });

  it('is next to the page that it is of', () => {
    expect([journalSharePath, articleSharePath('weir'), findingSharePath('1')]).toEqual([
      '/share.png',
      '/articles/weir/share.png',
      '/findings/1/share.png',
    ]);
  });
});
