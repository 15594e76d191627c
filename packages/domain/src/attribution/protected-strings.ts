import type { Finding } from '../findings/finding.ts';
import type { Source } from '../sources/source.ts';
import type { Id } from '../values.ts';
import { counts, effectiveTerms } from './effective-terms.ts';
import { findMentions } from './find-mentions.ts';
import { foldMention } from './fold-mention.ts';
import { mentionNeedles } from './mention-needles.ts';
import type { ProtectedString } from './protected-string.ts';
import type { Waiver } from './terms.ts';

type Resting = Pick<Finding, 'attribution'>;

/**
 * Everything that must not occur in a public text: names and affiliations of participants whom
 * terms protect and no waiver opens, what would identify an unnamed source, and who granted a
 * waiver that opens no name. The findings matter because one of them may rest on a participant
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
  return source.participants.flatMap(({ id, name, alsoProtected, affiliation }) => {
    const isUnnamedSomewhere = findings.some(
      ({ attribution }) =>
        attribution.sourceId === source.id &&
        attribution.participantId === id &&
        effectiveTerms(attribution, source, waivers)?.names === 'nobody',
    );
    const isOpen = isOpened(id, source, waivers);
    if (isOpen || (isSourceNamed && !isUnnamedSomewhere)) return [];
    const strings = [
      ...[name, ...alsoProtected].map((text) => ({ what: 'name' as const, text })),
      ...(affiliation === '' ? [] : [{ what: 'affiliation' as const, text: affiliation }]),
    ];
    return strings.map((each) => ({ ...each, sourceId: source.id, participantId: id }));
  });
}
