import type { Actor } from '../actors/actor.ts';
import { effectiveTerms } from '../attribution/effective-terms.ts';
import { attributionLabels } from '../attribution/labels.ts';
import type { Waiver } from '../attribution/terms.ts';
import { withheldSource, wordAttribution, wordSource } from '../attribution/wording.ts';
import type { LoadedEntries } from '../kinds/catalogue-entries.ts';
import { byListedPlural, type ListedPlural } from '../kinds/listed-kinds.ts';
import type { Source } from '../sources/source.ts';
import { edtfBounds } from '../text/edtf.ts';
import type { Direction, Id, Instant } from '../values.ts';
import type { Finding, Holder } from './finding.ts';
import { plainFieldsOf } from './finding-fields.ts';
import { FindingView, type HolderView, type Named } from './finding-view.ts';
import { isPublic } from './finding-workflow.ts';

/** Entities that findings name, as far as they are loaded; others may be among them. */
export type NamedEntities = Pick<LoadedEntries, ListedPlural | 'actors'> & {
  sources: readonly Source[];
  waivers: readonly Waiver[];
};

export type FindingViewInput = NamedEntities & {
  finding: Finding;
  article: { id: Id; slug: string; headline: string; language: string; direction: Direction };
  /** When it was first published. */
  publishedAt: Instant;
  /** The language of the journal, in which sources are worded. */
  locale: string;
};

/** What to do if terms let nothing be said of a source. */
export type OnMissingWording = 'throw' | 'withhold';

/**
 * The public view of a finding, built field by field and checked against its own schema. A verified
 * finding is shown as published: that is its state once the article is. So is a superseded one, since its
 * replacement, and the kind of it, is added once readers can see that.
 *
 * @throws if nothing may be shown of it, unless that is withheld; the error says no protected word
 *
 * Evidence in a source that may not be named is left out. A withdrawn finding keeps its proposition and
 * loses its quote; where terms were narrowed since, a superseded or withdrawn one no longer says where it
 * came from. It has no figure yet: that takes the whole version (`numberFindings`).
 */
export function findingViewOf(
  input: FindingViewInput,
  { unworded = 'throw' }: { unworded?: OnMissingWording } = {},
): FindingView {
  const { finding, article, publishedAt, locale } = input;
  const source = input.sources.find(({ id }) => id === finding.attribution.sourceId) ?? null;
  const worded = wordAttribution(finding.attribution, source, input.waivers, locale);
  const isWithdrawn = finding.state === 'withdrawn';
  const isOver = isWithdrawn || finding.state === 'superseded';
  const mayGoOut = finding.state === 'verified' || isWithdrawn || isPublic(finding.state);
  if (!mayGoOut || !(worded.ok || isOver || unworded === 'withhold')) {
    const why = worded.ok ? [finding.state] : worded.reasons.map(({ code }) => code);
    throw new Error(`finding ${finding.id} may not be shown: ${why.join(', ')}`);
  }
  return FindingView.parse({
    id: finding.id,
    number: null,
    state: isWithdrawn ? 'withdrawn' : 'published',
    successor: null,
    article: { id: article.id, slug: article.slug, headline: article.headline },
    language: article.language,
    direction: article.direction,
    proposition: finding.proposition,
    holders: finding.holders.map((holder) => holderView(holder, input.actors, locale)),
    ...plainFieldsOf(finding),
    scope: scopeView(finding),
    asOf: finding.asOf,
    consensus: consensusView(finding),
    ...byListedPlural(({ field, plural }) =>
      finding[field].flatMap((id) => namedIn(input[plural], id)),
    ),
    quote: isWithdrawn || !worded.ok ? null : quoteView(finding),
    locators: finding.evidence.locators
      .filter(({ sourceId }) => mayLocate(finding, sourceId, input))
      .flatMap(({ sourceId, locator }) =>
        namedSource(sourceId, input, locale).map((named) => ({ source: named, locator })),
      ),
    attribution: worded.ok ? worded.source : withheldSource(locale),
    publishedAt,
  });
}

/**
 * Whether a finding's evidence may link to a source. Not to the one it rests on if its own terms
 * leave that unnamed, however open the source is to others.
 */
export function mayLocate(
  { attribution }: Pick<Finding, 'attribution'>,
  sourceId: Id,
  { sources, waivers }: Pick<NamedEntities, 'sources' | 'waivers'>,
): boolean {
  if (sourceId !== attribution.sourceId) return true;
  const source = sources.find(({ id }) => id === sourceId) ?? null;
  return effectiveTerms(attribution, source, waivers)?.names === 'source';
}

/** The public view of a holder, in the language of the journal. */
export function holderView(holder: Holder, actors: readonly Actor[], locale: string): HolderView {
  const found = actors.find(({ id }) => id === holder.actorId);
  const { wording, basis } = holder;
  const actor = found ? { slug: found.slug, name: found.name } : null;
  return { actor, wording, basis, label: holderLabel({ actor, wording, basis }, locale) };
}

/** A holder in a sentence. */
export const holderLabel = (
  { actor, wording, basis }: Omit<HolderView, 'label'>,
  locale: string,
): string =>
  [wording ?? actor?.name ?? '', attributionLabels(locale).basis[basis]]
    .filter((part) => part !== '')
    .join(' ');

function scopeView({ scope }: Finding): FindingView['scope'] {
  if (scope === null) return null;
  const bounds = scope.edtf === null ? null : edtfBounds(scope.edtf);
  return {
    text: scope.text,
    edtf: scope.edtf,
    from: bounds?.from ?? null,
    to: bounds?.to ?? null,
  };
}

function consensusView({ consensus }: Finding): FindingView['consensus'] {
  if (consensus === null) return null;
  const { agreeing, interviewed, population, novelty } = consensus;
  return { agreeing, interviewed, population, novelty };
}

function quoteView({ evidence }: Finding): FindingView['quote'] {
  if (evidence.quote === null) return null;
  const { exact, prefix, suffix, start, end } = evidence.quote;
  return { exact, prefix, suffix, start, end };
}

function namedIn(entities: readonly { id: Id; slug: string; name: string }[], id: Id): Named[] {
  const entity = entities.find((each) => each.id === id);
  return entity ? [{ slug: entity.slug, name: entity.name }] : [];
}

function namedSource(id: Id, { sources, waivers }: NamedEntities, locale: string): Named[] {
  const source = sources.find((each) => each.id === id);
  const worded = source ? wordSource(source, waivers, locale) : null;
  const named = worded?.ok ? worded.source.named : null;
  return named ? [{ slug: named.slug, name: named.title }] : [];
}
