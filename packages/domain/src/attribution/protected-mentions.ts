import type { Finding } from '../findings/finding.ts';
import { type Reason, reason } from '../refusal.ts';
import type { Source } from '../sources/source.ts';
import { endsWithLetter, hasUnspacedScript, startsWithLetter } from '../text/words.ts';
import type { Id } from '../values.ts';
import { counts, effectiveTerms } from './effective-terms.ts';
import type { Waiver } from './terms.ts';

/** Something that terms keep from the public, and what it belongs to. */
export type ProtectedString = {
  text: string;
  what: 'name' | 'affiliation' | 'title' | 'author' | 'address';
  sourceId: Id;
  participantId: Id | null;
};

/** A text readers will see, with the place to mend it. */
export type PublicText = { text: string; at: string };

type Resting = Pick<Finding, 'attribution'>;

/**
 * Everything that must not occur in a public text: names and affiliations of participants whom
 * terms protect and no waiver opens, and what would tell which source an unnamed one is. The
 * findings matter because one of them may rest on a participant under narrower terms than the
 * source has.
 */
export function protectedStrings(
  sources: readonly Source[],
  waivers: readonly Waiver[],
  findings: readonly Resting[],
): ProtectedString[] {
  return sources.flatMap((source) => {
    const whole = effectiveTerms({ terms: null, participantId: null }, source, waivers);
    const isNamed = whole?.names === 'source';
    return [
      ...(isNamed ? [] : identityOf(source)),
      ...participantsOf(source, isNamed, waivers, findings),
    ];
  });
}

function identityOf(source: Source): ProtectedString[] {
  const strings = [
    { what: 'title' as const, text: source.title },
    ...source.authors.map((text) => ({ what: 'author' as const, text })),
    ...[source.url, source.archiveUrl].flatMap((text) =>
      text === null ? [] : [{ what: 'address' as const, text }],
    ),
  ];
  return strings.map((each) => ({ ...each, sourceId: source.id, participantId: null }));
}

function participantsOf(
  source: Source,
  isSourceNamed: boolean,
  waivers: readonly Waiver[],
  findings: readonly Resting[],
): ProtectedString[] {
  return source.participants.flatMap(({ id, name, affiliation }) => {
    const isOpen = waivers.some(
      (waiver) =>
        counts(waiver, source.id) && waiver.covers === 'identity' && waiver.participantId === id,
    );
    const isUnnamedSomewhere = findings.some(
      ({ attribution }) =>
        attribution.sourceId === source.id &&
        attribution.participantId === id &&
        effectiveTerms(attribution, source, waivers)?.names === 'nobody',
    );
    if (isOpen || (isSourceNamed && !isUnnamedSomewhere)) return [];
    const strings = [
      { what: 'name' as const, text: name },
      ...(affiliation === '' ? [] : [{ what: 'affiliation' as const, text: affiliation }]),
    ];
    return strings.map((each) => ({ ...each, sourceId: source.id, participantId: id }));
  });
}

export type ProtectedMentions = {
  /** What must go before anything is published. */
  reasons: Reason[];
  /** Family names alone, which may be somebody else's: for a person to look at. */
  warnings: Reason[];
};

/**
 * Looks for protected strings in public texts, whatever their case, accents, punctuation and hidden
 * characters. Reasons say where and whose by id; the protected words are not repeated.
 */
export function findProtectedMentions(
  texts: readonly PublicText[],
  strings: readonly ProtectedString[],
): ProtectedMentions {
  const folded = texts.map((each) => ({ ...each, folded: fold(each.text) }));
  const reasons: Reason[] = [];
  const warnings: Reason[] = [];
  for (const found of strings) {
    const whole = fold(found.text);
    const family = found.what === 'name' ? familyName(found.text) : null;
    for (const { text, at, folded: haystack } of folded) {
      const details = {
        what: found.what,
        sourceId: found.sourceId,
        participantId: found.participantId,
      };
      if (
        mentions(haystack, whole) ||
        (found.what === 'name' && mentions(haystack, inverted(whole)))
      ) {
        reasons.push(reason('protected_mention', mentionMessage(found), at, details));
      } else if (family !== null && standsIn(text, family)) {
        warnings.push(
          reason(
            'possible_protected_mention',
            'The family name of somebody whom terms protect stands here. Make sure that it is somebody else.',
            at,
            details,
          ),
        );
      }
    }
  }
  return { reasons, warnings };
}

function mentionMessage({ what }: ProtectedString): string {
  switch (what) {
    case 'name':
      return 'The name of somebody whom terms protect stands here. Take it out, or record a waiver.';
    case 'affiliation':
      return 'The affiliation of somebody whom terms protect stands here. Take it out, or record a waiver.';
    case 'title':
    case 'author':
    case 'address':
      return 'This tells which source an unnamed one is. Take it out, or record a waiver.';
  }
}

/** Letters and numbers without case, accents and invisible characters; all else one space. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}\p{Default_Ignorable_Code_Point}]/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function mentions(haystack: string, needle: string): boolean {
  if (needle === '') return false;
  if (hasUnspacedScript(needle))
    return haystack.replaceAll(' ', '').includes(needle.replaceAll(' ', ''));
  return ` ${haystack} `.includes(` ${needle} `);
}

/** "marek ilya" for "ilya marek", as in an index. */
const inverted = (name: string): string => {
  const words = name.split(' ');
  return words.length < 2 ? '' : [words.at(-1), ...words.slice(0, -1)].join(' ');
};

function familyName(name: string): string | null {
  const words = name.trim().split(/\s+/);
  const last = words.at(-1) ?? '';
  return words.length > 1 && last.length > 2 ? last : null;
}

/** As a whole word in its own case: "Young" is looked for, "young" is not. */
function standsIn(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (!endsWithLetter(text.slice(0, at)) && !startsWithLetter(text.slice(at + word.length))) {
      return true;
    }
  }
  return false;
}
