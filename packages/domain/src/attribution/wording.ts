import type { Attribution } from '../findings/finding.ts';
import { type Reason, type Refusal, reason } from '../refusal.ts';
import type { Source } from '../sources/source.ts';
import { edtfYears } from '../text/loose-date-words.ts';
import { type EffectiveTerms, effectiveTerms } from './effective-terms.ts';
import { attributionLabels } from './labels.ts';
import type { SourceView } from './source-view.ts';
import { SourceView as SourceViewSchema } from './source-view.ts';
import type { Participant, Waiver } from './terms.ts';

export type WordedAttribution = { ok: true; source: SourceView } | Refusal;

/**
 * The one function that says in public where something came from. Everything a reader learns of a
 * source, in any shape or place, is what this returns. Refused, with every reason, where the terms
 * let nothing be said or a wording they need is missing.
 *
 * Under deep background nothing is said but that; no descriptor is ever shown.
 */
export function wordAttribution(
  attribution: Attribution,
  source: Source | null,
  waivers: readonly Waiver[],
  locale: string,
): WordedAttribution {
  if (attribution.sourceId !== (source?.id ?? null)) return refused(sourceUnknown());
  const words = attributionLabels(locale);
  const terms = effectiveTerms(attribution, source, waivers);
  if (terms === null) return refused(attributionMissing());
  if (terms.attribution === 'off_record') return refused(offRecord());
  if (terms.disclosure !== 'clear') return refused(notDisclosable());

  const named = terms.names === 'source' && source ? namedView(source) : null;
  const wording = publicWording(attribution, source, terms, locale);
  if (wording === null) return refused(descriptorMissing());
  const view = SourceViewSchema.parse({
    id: named && source ? source.id : null,
    terms: terms.attribution,
    termsLabel: words.terms[terms.attribution],
    wording,
    named,
  });
  return { ok: true, source: view };
}

/** The wording for a whole source, in the "How we know" box. */
export function wordSource(
  source: Source,
  waivers: readonly Waiver[],
  locale: string,
): WordedAttribution {
  const whole = { sourceId: source.id, terms: null, descriptor: null, participantId: null };
  return wordAttribution(whole, source, waivers, locale);
}

/** Replaces a source whose terms were narrowed after publication, so that nothing may be said of it. */
export function withheldSource(locale: string): SourceView {
  const words = attributionLabels(locale);
  return {
    id: null,
    terms: 'deep_background',
    termsLabel: words.terms.deep_background,
    wording: words.notDescribed,
    named: null,
  };
}

function publicWording(
  attribution: Attribution,
  source: Source | null,
  terms: EffectiveTerms,
  locale: string,
): string | null {
  const words = attributionLabels(locale);
  const descriptor = attribution.descriptor ?? source?.descriptor ?? null;
  switch (terms.attribution) {
    case 'on_record': {
      if (terms.names === 'participant') {
        const participant = source?.participants.find(({ id }) => id === attribution.participantId);
        return participant ? participantName(participant) : null;
      }
      return source ? citation(source) : (descriptor ?? words.thisArticle);
    }
    case 'background':
      return descriptor;
    case 'chatham_house':
      return descriptor ?? words.underChathamHouse;
    case 'deep_background':
      return words.notDescribed;
    case 'off_record':
      return null;
  }
}

const participantName = ({ name, affiliation }: Participant): string =>
  affiliation === '' ? name : `${name}, ${affiliation}`;

/** "Water before borders, Halden Institute, 2031" */
export function citation({
  title,
  publisher,
  issued,
}: Pick<Source, 'title' | 'publisher' | 'issued'>): string {
  return [title, publisher, issued === null ? null : edtfYears(issued)]
    .filter((part) => part !== null)
    .join(', ');
}

/** Field by field: what is not listed here does not leave. */
function namedView(source: Source): NonNullable<SourceView['named']> {
  return {
    slug: source.slug,
    kind: source.kind,
    title: source.title,
    publisher: source.publisher,
    authors: source.authors,
    url: source.url,
    archiveUrl: source.archiveUrl,
    issued: source.issued,
    released: source.released,
  };
}

const refused = (...reasons: Reason[]): Refusal => ({ ok: false, reasons });

const sourceUnknown = () =>
  reason('source_unknown', 'The source named here is not known.', 'attribution.sourceId');

const attributionMissing = () =>
  reason(
    'attribution_missing',
    'Say where this comes from: name a source, or set the terms.',
    'attribution',
  );

const offRecord = () =>
  reason('off_record', 'What was said off the record is never published.', 'attribution.terms');

const notDisclosable = () =>
  reason(
    'disclosure_limited',
    'Its disclosure level keeps this from the public. Only TLP:CLEAR may be published.',
    'attribution.sourceId',
  );

const descriptorMissing = () =>
  reason(
    'descriptor_missing',
    'The source may not be named: give the wording readers see, such as "a former minister".',
    'attribution.descriptor',
  );
