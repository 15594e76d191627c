import type { Finding } from '../findings/finding.ts';
import { type Reason, reason } from '../refusal.ts';
import type { Source } from '../sources/source.ts';
import type { Id } from '../values.ts';
import { counts, effectiveTerms } from './effective-terms.ts';
import { findMentions, type Match, prepareNeedles } from './find-mentions.ts';
import { foldMention } from './fold-mention.ts';
import { mentionNeedles, type Needle } from './mention-needles.ts';
import type { Waiver } from './terms.ts';

/** Something that terms keep from the public, and what it belongs to. */
export type ProtectedString = {
  text: string;
  what:
    | 'name'
    | 'affiliation'
    | 'title'
    | 'author'
    | 'address'
    | 'publisher'
    | 'slug'
    /** Who granted a waiver, in words. */
    | 'granter';
  sourceId: Id;
  participantId: Id | null;
};

/** A text readers will see, with the place to mend it. */
export type PublicText = { text: string; at: string };

type Resting = Pick<Finding, 'attribution'>;

/**
 * Everything that must not occur in a public text: names and affiliations of participants whom
 * terms protect and no waiver opens, what would tell which source an unnamed one is, and who granted
 * a waiver that opens no name. The findings matter because one of them may rest on a participant
 * under narrower terms than the source has.
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
      ...(isNamed ? [] : [...identityOf(source), ...grantersOf(source, waivers)]),
      ...participantsOf(source, isNamed, waivers, findings),
    ];
  });
}

function identityOf(source: Source): ProtectedString[] {
  const { title, authors, url, archiveUrl, publisher, slug } = source;
  const strings = [
    { what: 'title' as const, text: title },
    ...authors.map((text) => ({ what: 'author' as const, text })),
    ...present([url, archiveUrl]).map((text) => ({ what: 'address' as const, text })),
    ...present([publisher]).map((text) => ({ what: 'publisher' as const, text })),
    // One that is the title again would only say everything twice.
    ...(foldMention(slug) === foldMention(title) ? [] : [{ what: 'slug' as const, text: slug }]),
  ];
  return strings.map((each) => ({ ...each, sourceId: source.id, participantId: null }));
}

const present = (texts: readonly (string | null)[]): string[] =>
  texts.filter((text) => text !== null);

/**
 * Who granted the waivers that open no name of an unnamed source: those of statements, and those
 * that do not count. Where the same person may be named by another waiver, they are open.
 */
function grantersOf(source: Source, waivers: readonly Waiver[]): ProtectedString[] {
  const own = waivers.filter(({ sourceId }) => sourceId === source.id);
  const open = source.participants
    .filter(({ id }) => isOpened(id, source, waivers))
    .flatMap(({ name }) => mentionNeedles({ what: 'name', text: name }))
    .filter(({ certainty }) => certainty === 'certain');
  return own
    .filter(
      (waiver) => !opensName(waiver, source) && findMentions(waiver.grantedBy, open).length === 0,
    )
    .map(({ grantedBy, participantId }) => ({
      what: 'granter' as const,
      text: grantedBy,
      sourceId: source.id,
      participantId,
    }));
}

const opensName = (waiver: Waiver, source: Source): boolean =>
  counts(waiver, source.id) && waiver.covers === 'identity' && waiver.participantId !== null;

const isOpened = (participantId: Id, source: Source, waivers: readonly Waiver[]): boolean =>
  waivers.some((waiver) => opensName(waiver, source) && waiver.participantId === participantId);

function participantsOf(
  source: Source,
  isSourceNamed: boolean,
  waivers: readonly Waiver[],
  findings: readonly Resting[],
): ProtectedString[] {
  return source.participants.flatMap(({ id, name, affiliation }) => {
    const isUnnamedSomewhere = findings.some(
      ({ attribution }) =>
        attribution.sourceId === source.id &&
        attribution.participantId === id &&
        effectiveTerms(attribution, source, waivers)?.names === 'nobody',
    );
    const isOpen = isOpened(id, source, waivers);
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
 * Looks for protected strings in public texts, however they are written (`mention-needles.ts`).
 * There is one reason for each string and text that has it, with `start` and `end` of the first
 * place in that text (UTF-16) in its details. Reasons say where and whose by id; the protected
 * words are not repeated.
 */
export function findProtectedMentions(
  texts: readonly PublicText[],
  strings: readonly ProtectedString[],
): ProtectedMentions {
  const needles = prepareNeedles(
    strings.flatMap((string) =>
      mentionNeedles(string).map((needle): OwnedNeedle => ({ ...needle, of: string })),
    ),
    ({ of }) => of,
  );
  const found = texts.map(({ text, at }) => ({ at, matches: findMentions(text, needles) }));
  const reasons: Reason[] = [];
  const warnings: Reason[] = [];
  for (const string of strings) {
    for (const { at, matches } of found) {
      const own = matches.filter(({ needle }) => needle.of === string);
      const certain = own.find(({ needle }) => needle.certainty === 'certain');
      if (certain) reasons.push(mentioned('protected_mention', string, at, certain));
      else if (own[0]) warnings.push(mentioned('possible_protected_mention', string, at, own[0]));
    }
  }
  return { reasons, warnings };
}

type OwnedNeedle = Needle & { of: ProtectedString };

function mentioned(
  code: 'protected_mention' | 'possible_protected_mention',
  { what, sourceId, participantId }: ProtectedString,
  at: string,
  { start, end }: Match,
): Reason {
  const message = code === 'protected_mention' ? MENTIONED[what] : POSSIBLY_MENTIONED[what];
  return reason(code, message, at, { what, sourceId, participantId, start, end });
}

const TELLS_SOURCE = 'This tells which source an unnamed one is. Take it out, or record a waiver.';
const MAY_TELL_SOURCE =
  'This may tell which source an unnamed one is. Make sure that it is about something else.';

const MENTIONED: Record<ProtectedString['what'], string> = {
  name: 'The name of somebody whom terms protect stands here. Take it out, or record a waiver.',
  affiliation:
    'The affiliation of somebody whom terms protect stands here. Take it out, or record a waiver.',
  title: TELLS_SOURCE,
  author: TELLS_SOURCE,
  address: TELLS_SOURCE,
  publisher: TELLS_SOURCE,
  slug: TELLS_SOURCE,
  granter: 'The name of somebody who granted a waiver stands here. Take it out.',
};

const POSSIBLY_MENTIONED: Record<ProtectedString['what'], string> = {
  name: 'A part of the name of somebody whom terms protect stands here. Make sure that it is somebody else.',
  affiliation:
    'A part of the affiliation of somebody whom terms protect stands here. Make sure that it is another.',
  title: MAY_TELL_SOURCE,
  author: MAY_TELL_SOURCE,
  address: MAY_TELL_SOURCE,
  publisher: MAY_TELL_SOURCE,
  slug: MAY_TELL_SOURCE,
  granter:
    'A part of the name of somebody who granted a waiver stands here. Make sure that it is somebody else.',
};
