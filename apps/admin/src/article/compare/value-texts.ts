import type {
  FieldDifference,
  FindingPart,
  FindingPartDifference,
} from '@viewpoints/domain/articles/compare-articles';
import { genreLabels } from '@viewpoints/domain/articles/genre-labels';
import { kinds } from '@viewpoints/domain/kinds/kinds';
import { byListedField, type ListedField } from '@viewpoints/domain/kinds/listed-kinds';
import { shiftLabels } from '@viewpoints/domain/positions/shift-labels';
import {
  bases,
  conditionKinds,
  modalities,
  polarities,
  registers,
  stances,
} from '../../form-labels.ts';
import { terms } from '../../labels.ts';
import { languageName } from '../editor/language/language-names.ts';
import type { Names } from './use-names.ts';

/** The labels of a finding's parts on the screen. */
export const partLabels: Record<FindingPart, string> = {
  proposition: 'Proposition',
  holders: 'Holders',
  stance: 'Stance',
  polarity: 'Polarity',
  modality: 'Modality',
  register: 'Register',
  saidIn: 'Said in',
  occasion: 'Occasion',
  conditions: 'Conditions',
  shift: 'Change',
  scope: 'Scope',
  asOf: 'Held as of',
  consensus: 'Consensus',
  ...byListedField(({ kind }) => kinds[kind].label.many),
  quote: 'Quote',
  locators: 'Locators',
  sourceId: 'Source',
  terms: 'Terms',
  descriptor: 'Descriptor',
  participantId: 'Participant',
};

type ListedDifference = Extract<FindingPartDifference, { part: ListedField }>;

const listedIn = byListedField((listedKind) => listedKind);

const isListed = (difference: FindingPartDifference): difference is ListedDifference =>
  difference.part in listedIn;

const listed = (texts: readonly string[]) => texts.join('; ');

/** One side of a part of a finding as words, so that two can be compared by word; empty if unset. */
export function partText(
  difference: FindingPartDifference,
  side: 'before' | 'after',
  names: Names,
): string {
  if (difference[side] === null) return '';
  if (isListed(difference)) {
    const { plural } = listedIn[difference.part];
    return listed((difference[side] ?? []).map((id) => names(plural, id)));
  }
  switch (difference.part) {
    case 'proposition':
    case 'occasion':
    case 'asOf':
    case 'quote':
    case 'descriptor':
      return difference[side] ?? '';
    case 'stance':
      return labelOf(difference[side], (value) => stances[value].label);
    case 'polarity':
      return labelOf(difference[side], (value) => polarities[value]);
    case 'modality':
      return labelOf(difference[side], (value) => modalities[value]);
    case 'register':
      return labelOf(difference[side], (value) => registers[value]);
    case 'terms':
      return labelOf(difference[side], (value) => terms[value].label);
    case 'saidIn':
      return labelOf(difference[side], languageName);
    case 'conditions':
      return listed(
        (difference[side] ?? []).map(({ kind, text }) => `${conditionKinds[kind]}: ${text}`),
      );
    case 'shift':
      return labelOf(difference[side], ({ kind, reason }) => `${shiftLabels[kind]}: ${reason}`);
    case 'scope':
      return labelOf(difference[side], ({ text, edtf }) => (edtf ? `${text} (${edtf})` : text));
    case 'consensus':
      return labelOf(difference[side], ({ agreeing, interviewed, population, novelty }) =>
        listed([`${agreeing} of ${interviewed}, ${population}`, ...(novelty ? [novelty] : [])]),
      );
    case 'holders':
      return listed(
        (difference[side] ?? []).map(({ actorId, wording, basis }) =>
          [actorId === null ? null : names('actors', actorId), wording, bases[basis].label]
            .filter(Boolean)
            .join(', '),
        ),
      );
    case 'locators':
      return listed(
        (difference[side] ?? []).map(
          ({ sourceId, locator }) => `${names('sources', sourceId)}, ${locator}`,
        ),
      );
    case 'sourceId':
      return labelOf(difference[side], (id) => names('sources', id));
    case 'participantId':
      // Who it is stays with the source.
      return side === 'after' && difference.before !== null
        ? 'Another participant'
        : 'A participant';
  }
}

const labelOf = <T>(value: T | null, label: (value: T) => string): string =>
  value === null ? '' : label(value);

/** One side of a field of the article as words; empty if unset. */
export function fieldText(
  difference: FieldDifference,
  side: 'before' | 'after',
  names: Names,
): string {
  const { field } = difference;
  switch (field) {
    case 'headline':
    case 'standfirst':
    case 'section':
    case 'slug':
    case 'note':
      return difference[side] ?? '';
    case 'genre':
      return genreLabels[difference[side]];
    case 'language':
      return languageName(difference[side]);
    case 'direction':
      return difference[side] === 'rtl' ? 'Right to left' : 'Left to right';
    case 'byline': {
      const byline = difference[side];
      if (byline === null) return '';
      if (byline.kind === 'none') return `Nobody is named: ${byline.reason}`;
      return listed(byline.authorIds.map((id) => names('authors', id)));
    }
    case 'topicIds':
      return listed(difference[side].map((id) => names('topics', id)));
    case 'sourceIds':
      return listed(difference[side].map((id) => names('sources', id)));
    case 'pickIds':
      return listed(difference[side].map((id) => names('articles', id)));
    case 'series': {
      const part = difference[side];
      return part === null ? '' : `${names('series', part.seriesId)}, part ${part.part}`;
    }
    case 'translationOf':
      return labelOf(difference[side], (id) => names('articles', id));
  }
}
