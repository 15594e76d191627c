import { normaliseText } from '../text/normalise.ts';
import type { Condition } from './finding-fields.ts';
import { conditionWords } from './finding-labels.ts';
import type { FindingView } from './finding-view.ts';

/** The openings of a condition of each kind in a sentence, in addition to that in our lists. */
const openings: Record<Condition['kind'], readonly string[]> = {
  if: ['provided that', 'provided', 'on condition that', 'wenn', 'falls', 'si', 'اگر', 'אם'],
  as_long_as: ['so long as', 'while', 'solange', 'tant que', 'تا زمانی که', 'כל עוד'],
  in_exchange_for: ['in return for', 'im Gegenzug für', 'en échange de', 'در برابر', 'תמורת'],
  after: ['once', 'nach', 'nachdem', 'après', 'پس از', 'אחרי', 'לאחר'],
  unless: ['es sei denn', 'à moins que', 'مگر', 'אלא אם'],
};

/**
 * The conditions of a finding that its proposition does not say already: those that have to be
 * listed with it. One counts as said only if its exact words occur there, right after an opening of
 * that kind ("if lorries return"), whatever the case and the spaces: other words may mean another
 * condition, which no rule can decide.
 */
export function unstatedConditions({
  proposition,
  conditions,
}: Pick<FindingView, 'proposition' | 'conditions'>): Condition[] {
  const said = folded(proposition);
  return conditions.filter(
    ({ kind, text }) =>
      ![conditionWords[kind], ...openings[kind]].some((opening) =>
        containsWholeWords(folded(`${opening} ${text}`), said),
      ),
  );
}

const folded = (text: string): string => normaliseText(text).toLowerCase();

/** Whether words occur in a text with no letter, mark or digit right before or after them. */
function containsWholeWords(words: string, text: string): boolean {
  for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + 1))
    if (!PART_BEFORE.test(text.slice(0, at)) && !PART_AFTER.test(text.slice(at + words.length)))
      return true;
  return false;
}

const PART_BEFORE = /[\p{L}\p{M}\p{N}]$/u;
const PART_AFTER = /^[\p{L}\p{M}\p{N}]/u;
