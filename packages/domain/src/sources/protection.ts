import { effectiveTerms } from '../attribution/effective-terms.ts';
import type { ProtectedString } from '../attribution/protected-string.ts';
import { protectedStrings } from '../attribution/protected-strings.ts';
import {
  AttributionTerms,
  Disclosure,
  type Participant,
  type Terms,
  type Waiver,
} from '../attribution/terms.ts';
import type { Source, SourceContent } from './source.ts';

/** What is known of a source in addition to its content. */
type SourceUse = {
  waivers: readonly Waiver[];
  /** Whether a finding or article that rests on it was verified, approved or published. */
  relied: boolean;
};

/**
 * What a change of a source would stop protecting, by field: participants removed or renamed, what
 * identifies an unnamed source, and, once it is relied on, wider terms and the wording under which
 * readers know it. Each needs a second person's confirmation; added protection takes effect at
 * once.
 */
export function protectionLost(
  before: Source,
  after: SourceContent,
  { waivers, relied }: SourceUse,
): (keyof SourceContent)[] {
  const changed: Source = { ...before, ...after };
  const kept = keysOf(changed, waivers);
  // Wider terms stop protecting too; strings that they release are no loss of another field.
  const narrowed = keysOf({ ...changed, terms: before.terms }, waivers);
  const byField = protectedStringsOf(before, waivers)
    .filter((each) => !kept.has(keyOf(each)) && !narrowed.has(keyOf(each)))
    .map(fieldOf);
  const onReliance = [
    ...(isWider(before.terms, after.terms) ? (['terms'] as const) : []),
    ...(before.descriptor === after.descriptor ? [] : (['descriptor'] as const)),
  ];
  return [...new Set([...byField, ...(relied ? onReliance : [])])];
}

/**
 * The protected strings of a source. Includes its participants whatever its terms are now and whatever a
 * waiver of the whole source opens: terms could be widened, a participant removed and the terms narrowed
 * again, and a finding may rest on a participant under narrower terms of its own.
 */
function protectedStringsOf(source: Source, waivers: readonly Waiver[]): ProtectedString[] {
  const { disclosure } = source.terms;
  const closed: Source = { ...source, terms: { attribution: 'chatham_house', disclosure } };
  const ofParticipants = waivers.filter(({ participantId }) => participantId !== null);
  return [
    ...protectedStrings([source], waivers, []),
    ...protectedStrings([closed], ofParticipants, []).filter(
      ({ what, participantId }) => participantId !== null && what !== 'granter',
    ),
  ];
}

/** As something else the same words may be looked for less closely: a name as a publisher. */
const keyOf = ({ what, text }: ProtectedString): string => `${what} ${text}`;

const keysOf = (source: Source, waivers: readonly Waiver[]): Set<string> =>
  new Set(protectedStringsOf(source, waivers).map(keyOf));

function fieldOf({ what }: ProtectedString): keyof SourceContent {
  switch (what) {
    case 'name':
    case 'affiliation':
      return 'participants';
    case 'author':
      return 'authors';
    case 'address':
      return 'url';
    case 'title':
    case 'publisher':
    case 'slug':
      return what;
    default:
      return 'note';
  }
}

/**
 * The part of a change that takes effect at once: everything but the fields that lose protection,
 * which stay as they are until a second person confirms. Participants are merged: those to be
 * removed stay, added ones are included already, and renamed ones are searched for by both names.
 */
export function protectedAtOnce(
  before: Source,
  after: SourceContent,
  lost: readonly (keyof SourceContent)[],
): SourceContent {
  const kept = Object.fromEntries(lost.map((field) => [field, before[field]]));
  // Both addresses identify the source.
  const addresses = lost.includes('url') ? { url: before.url, archiveUrl: before.archiveUrl } : {};
  return {
    ...after,
    ...kept,
    ...addresses,
    participants: lost.includes('participants')
      ? joinParticipants(before.participants, after.participants)
      : after.participants,
  };
}

function joinParticipants(
  before: readonly Participant[],
  after: readonly Participant[],
): Participant[] {
  const joined = after.map((participant) => {
    const was = before.find(({ id }) => id === participant.id);
    return was === undefined ? participant : withFormerWords(participant, was);
  });
  return [...joined, ...before.filter(({ id }) => !after.some((each) => each.id === id))];
}

function withFormerWords(participant: Participant, was: Participant): Participant {
  const { name, affiliation, alsoProtected } = participant;
  // The former name comes first: only twenty fit, and this one was not removed on purpose.
  const words = [was.name, was.affiliation, ...alsoProtected, ...was.alsoProtected].filter(
    (each) => each !== '' && each !== name && each !== affiliation,
  );
  return { ...participant, alsoProtected: [...new Set(words)].slice(0, 20) };
}

/** Whether terms let more be said than they did before, on either axis. */
export function isWider(before: Terms, after: Terms): boolean {
  const opens = <Level>(levels: readonly Level[], from: Level, to: Level) =>
    levels.indexOf(to) < levels.indexOf(from);
  return (
    opens(AttributionTerms.options, before.attribution, after.attribution) ||
    opens(Disclosure.options, before.disclosure, after.disclosure)
  );
}

/** Whether the source may be named to readers. */
export function isNamed(source: Source, waivers: readonly Waiver[]): boolean {
  return effectiveTerms({ terms: null, participantId: null }, source, waivers)?.names === 'source';
}
