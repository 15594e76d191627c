import type { ArticleView, BylineView } from '@viewpoints/domain/articles/article-view';
import { articleKindLabel } from '@viewpoints/domain/articles/genre-labels';
import type { Stance } from '@viewpoints/domain/findings/finding-fields';
import { stanceLabels } from '@viewpoints/domain/findings/finding-labels';
import type { FindingView, PublicFindingState } from '@viewpoints/domain/findings/finding-view';
import type { JournalView } from '@viewpoints/domain/journal/journal-view';
import type { IssueRow } from '@viewpoints/domain/positions/board-view';
import { directionOfText } from '@viewpoints/domain/text/direction';
import type { Direction } from '@viewpoints/domain/values';
import { type BoardPage, boardTitles } from '../../words/board-titles.ts';
import { dayInWords } from '../../words/dates.ts';

/** The words of a share image, before it is drawn: made only of the public views. */
export type ShareCard = {
  language: string;
  direction: Direction;
  journal: string;
  /** The day, in words; empty if there is none to show. */
  day: string;
  /** The line above the title: topic and section, or who holds the position. */
  rubric: string;
  /** The stance of a finding, whose seal is drawn before the rubric. */
  stance: Stance | null;
  /** A state that a reader has to know before the title: "Retracted". */
  notice: string;
  title: string;
  /** One line under the title; the terms of a finding come first in it, in a frame. */
  terms: string;
  foot: string;
};

type Journal = Pick<JournalView, 'name' | 'tagline' | 'language' | 'timeZone'>;

/** "Mara Ilves and Tomas Renn"; the reason if nobody is named. */
function authorsInWords({ authors, reason }: BylineView): string {
  const names = authors.map(({ name }) => name);
  const last = names.pop();
  if (last === undefined) return reason ?? '';
  return names.length === 0 ? last : `${names.join(', ')} and ${last}`;
}

/** The card of an article's public view. A retracted one is labelled before its headline. */
export function articleCard(
  article: Pick<
    ArticleView,
    | 'headline'
    | 'section'
    | 'genre'
    | 'topics'
    | 'byline'
    | 'publishedAt'
    | 'language'
    | 'direction'
    | 'retracted'
  >,
  journal: Journal,
): ShareCard {
  const { language, direction, headline, byline, publishedAt, retracted } = article;
  const place = [article.topics[0]?.name ?? '', articleKindLabel(article)];
  return {
    language,
    direction,
    journal: journal.name,
    day: dayInWords(publishedAt, journal.language, journal.timeZone),
    rubric: place.filter((part) => part !== '').join(' · '),
    stance: null,
    notice: retracted ? 'Retracted' : '',
    title: headline,
    terms: '',
    foot: authorsInWords(byline),
  };
}

/** A notice that must precede the words of a finding. */
const notices: Record<PublicFindingState, string> = {
  published: '',
  superseded: 'Changed since',
  corrected: 'Corrected',
  withdrawn: 'Withdrawn',
};

/** The card of a finding: who holds what, and on what terms. */
export function findingCard(finding: FindingView, journal: Journal): ShareCard {
  const notice = notices[finding.state];
  const { language, direction, publishedAt, stance, attribution, article } = finding;
  const card = {
    language,
    direction,
    journal: journal.name,
    day: dayInWords(publishedAt, journal.language, journal.timeZone),
  };
  if (finding.state === 'withdrawn')
    return {
      ...card,
      rubric: '',
      stance: null,
      notice,
      title: article.headline,
      terms: '',
      foot: 'A finding reported in this article no longer stands.',
    };
  return {
    ...card,
    rubric: finding.holders.map(({ label }) => label).join(', '),
    stance,
    notice,
    title: finding.proposition,
    terms: attribution.termsLabel,
    foot: attribution.wording,
  };
}

/** More than one line has room for. */
const MAX_ROWS_IN_FOOT = 8;

/** What a row of a board says first, in public before in private: "Ostrava: Rejects". */
function rowInWords({ name, ...cells }: IssueRow): string[] {
  const [finding] = [cells.public, cells.private, cells.unknown].flatMap((cell) => cell.findings);
  return finding === undefined ? [] : [`${name}: ${stanceLabels[finding.stance]}`];
}

/** The card of a page that leads with a stance board: of what it is, and who stands where. */
export function boardCard(
  page: BoardPage,
  { name, rows }: { name: string; rows: readonly IssueRow[] },
  journal: Journal,
): ShareCard {
  return {
    ...{ language: journal.language, direction: directionOfText(name), journal: journal.name },
    ...{ day: '', rubric: boardTitles[page], stance: null, notice: '', title: name, terms: '' },
    foot: rows.flatMap(rowInWords).slice(0, MAX_ROWS_IN_FOOT).join(' · '),
  };
}

/** The card of the journal, for its front page and for pages without a card of their own. */
export function journalCard(journal: Journal): ShareCard {
  const { name, tagline, language } = journal;
  const direction = directionOfText(name);
  return {
    ...{ language, direction, journal: '', day: '', rubric: '', stance: null, notice: '' },
    ...{ title: name, terms: '', foot: tagline },
  };
}

/** A letter of a script that the site's own type does not have. */
const FOREIGN =
  /(?=\p{L})[^\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Common}\p{Script=Inherited}]/u;

/**
 * The part of a card that can be drawn. A machine may have no fonts but those of the site, and
 * would draw boxes: words in another script are left out, and if the title is one of them the
 * journal's name replaces it. Networks show the title next to the picture.
 */
export function drawableCard(card: ShareCard): ShareCard {
  const said = (text: string) => (FOREIGN.test(text) ? '' : text);
  const left = {
    ...card,
    ...{ journal: said(card.journal), day: said(card.day), rubric: said(card.rubric) },
    ...{ title: said(card.title), terms: said(card.terms), foot: said(card.foot) },
  };
  return left.title === card.title ? left : { ...left, title: left.journal, journal: '', day: '' };
}

/** The card as a sentence or two, for those who do not see the image (`og:image:alt`). */
export function shareAlt(card: ShareCard): string {
  const { journal, day, rubric, stance, notice, title, terms, foot } = card;
  const holders = stance === null ? rubric : `${rubric}. ${stanceLabels[stance]}`;
  const where = [journal, day].filter((part) => part !== '').join(', ');
  const source = [terms, foot].filter((part) => part !== '').join(': ');
  return [notice, holders, title, source, where]
    .filter((part) => part !== '')
    .map((part) => (/[.!?…؟۔]$/u.test(part) ? part : `${part}.`))
    .join(' ');
}
