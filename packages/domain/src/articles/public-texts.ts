import type { Actor } from '../actors/actor.ts';
import type { PublicText } from '../attribution/protected-mentions.ts';
import type { Finding } from '../findings/finding.ts';
import type { Issue } from '../issues/issue.ts';
import type { Place } from '../places/place.ts';
import type { Series } from '../series/series.ts';
import type { Topic } from '../topics/topic.ts';
import type { Id } from '../values.ts';
import type { ArticleContent, Author } from './article.ts';
import type { Document, Mark } from './document.ts';
import { documentText } from './document-text.ts';

/** Entries that pages are about: their own pages go out with what refers to them. */
type Entry = { id: Id; name: string; slug: string; description?: string };

function textsOfEntries(ids: readonly Id[], entries: readonly Entry[], at: string): PublicText[] {
  return entries
    .filter(({ id }) => ids.includes(id))
    .flatMap(({ name, slug, description = '' }) => [name, slug, description])
    .map((text) => ({ text, at }));
}

/** Every text of an article that readers will see, with the place to mend it. */
export function publicTextsOfArticle(
  content: ArticleContent,
  {
    authors,
    topics,
    series,
  }: { authors: readonly Author[]; topics: readonly Topic[]; series: readonly Series[] },
): PublicText[] {
  const byline = content.byline;
  const named = byline?.kind === 'authors' ? byline.authorIds : [];
  return [
    { text: content.headline, at: 'headline' },
    { text: content.standfirst, at: 'standfirst' },
    { text: content.section, at: 'section' },
    { text: content.slug, at: 'slug' },
    { text: documentText(content.body).text, at: 'body' },
    ...attributesOf(content.body).map((text) => ({ text, at: 'body' })),
    ...(byline?.kind === 'none' ? [{ text: byline.reason, at: 'byline' }] : []),
    ...authors
      .filter(({ id }) => named.includes(id))
      .flatMap(({ name, slug, about, sameAs }) => [name, slug, about, ...sameAs])
      .map((text) => ({ text, at: 'byline' })),
    ...textsOfEntries(content.topicIds, topics, 'topicIds'),
    ...series
      .filter(({ id }) => id === content.series?.seriesId)
      .flatMap(({ name, slug, about }) => [name, slug, about])
      .map((text) => ({ text, at: 'series' })),
  ];
}

/** Every text of a finding that readers will see, those of the entries it names included. */
export function publicTextsOfFinding(
  finding: Finding,
  {
    actors,
    issues,
    places,
  }: { actors: readonly Actor[]; issues: readonly Issue[]; places: readonly Place[] },
): PublicText[] {
  const at = (field: string) => `findings.${finding.id}.${field}`;
  const { consensus, evidence, attribution, holders } = finding;
  const holding = actors.filter(({ id }) => holders.some(({ actorId }) => actorId === id));
  return [
    { text: finding.proposition, at: at('proposition') },
    ...holders.map(({ wording }) => ({ text: wording ?? '', at: at('holders') })),
    ...holding
      .flatMap(({ name, aliases, slug, description }) => [name, ...aliases, slug, description])
      .map((text) => ({ text, at: at('holders') })),
    ...finding.conditions.map(({ text }) => ({ text, at: at('conditions') })),
    { text: finding.scope?.text ?? '', at: at('scope') },
    { text: consensus?.population ?? '', at: at('consensus') },
    { text: consensus?.novelty ?? '', at: at('consensus') },
    // The words round a quote come from the same text, but may be those of another revision.
    ...[evidence.quote?.prefix, evidence.quote?.exact, evidence.quote?.suffix].map((text) => ({
      text: text ?? '',
      at: at('quote'),
    })),
    ...evidence.locators.map(({ locator }) => ({ text: locator, at: at('locators') })),
    { text: attribution.descriptor ?? '', at: at('attribution.descriptor') },
    ...textsOfEntries(finding.issueIds, issues, at('issues')),
    ...textsOfEntries(finding.placeIds, places, at('places')),
  ].filter(({ text }) => text !== '');
}

/** What a page carries beside the text: link addresses, alternative texts and credits. */
function attributesOf(document: Document): string[] {
  const attributes = document.content.flatMap((block) => {
    if (block.type === 'figure') return [block.attrs.alt, block.attrs.credit ?? ''];
    if (block.type === 'embed')
      return [block.attrs.title, block.attrs.alt, decoded(block.attrs.href)];
    return block.type === 'codeBlock' ? [block.attrs.language ?? ''] : [];
  });
  return [...attributes, ...document.content.flatMap(linksOf)];
}

type Node = {
  readonly type: string;
  readonly marks?: readonly Mark[] | undefined;
  readonly content?: readonly Node[] | undefined;
};

function linksOf({ marks = [], content = [] }: Node): string[] {
  const links = marks.flatMap((mark) => (mark.type === 'link' ? [decoded(mark.attrs.href)] : []));
  return [...links, ...content.flatMap(linksOf)];
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

/** Ids of the pictures a document shows, in order, each once. */
export function pictureIds(document: Document): string[] {
  const shown = document.content.flatMap((block) =>
    block.type === 'figure' || block.type === 'embed' ? (block.attrs.mediaId ?? []) : [],
  );
  return [...new Set(shown)];
}
