import type { Finding } from '../findings/finding.ts';
import type { Source } from '../sources/source.ts';
import type { Id } from '../values.ts';
import { counts, effectiveTerms } from './effective-terms.ts';
import type { Waiver } from './terms.ts';

/** Something that terms keep from the public, and what it belongs to. */
export type ProtectedString = {
  text: string;
  what: 'name' | 'affiliation' | 'title' | 'author' | 'address' | 'publisher' | 'slug' | 'granter';
  sourceId: Id;
  participantId: Id | null;
};

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
