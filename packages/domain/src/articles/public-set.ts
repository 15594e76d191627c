import { actorViewOf } from '../actors/actor-view-of.ts';
import { SourceView } from '../attribution/source-view.ts';
import { wordSource } from '../attribution/wording.ts';
import { mayLocate } from '../findings/finding-view-of.ts';
import { sourceIdsOfFinding } from '../findings/source-ids.ts';
import { issueViewOf } from '../issues/issue-view-of.ts';
import type { JournalView } from '../journal/journal-view.ts';
import {
  type CatalogueEntries,
  catalogueSchemas,
  type LoadedEntries,
} from '../kinds/catalogue-entries.ts';
import { type CatalogueKind, type EntryKind, kindsWhere, type TreeKind } from '../kinds/kinds.ts';
import { listedKinds } from '../kinds/listed-kinds.ts';
import type { Id } from '../values.ts';
import type { ArticleView } from './article-view.ts';
import { type ArticleViewInput, articleViewOf } from './article-view-of.ts';

const catalogueViews = Object.fromEntries(
  kindsWhere('entry', 'catalogue').map((kind) => [kind, catalogueSchemas[kind].view]),
) as { [K in CatalogueKind]: (typeof catalogueSchemas)[K]['view'] };

/** The public view of each kind of entry, as its page shows it. */
export const entryViews = { ...catalogueViews, source: SourceView } as const satisfies Record<
  EntryKind,
  object
>;

/** An entry that becomes public, or stays so, because an article names it. */
export type PublicEntry = {
  kind: EntryKind;
  id: Id;
  view: unknown;
  /** Addresses at which its page is still found. */
  formerSlugs: readonly string[];
};

/**
 * Everything that one article makes or leaves public, as the views that readers get: what is
 * checked before a publication is exactly this, and what is written is exactly this.
 */
export type PublicSet = {
  /** With findings in every state readers see, notices, version notes and the retraction. */
  article: ArticleView;
  /** Its entries, with everything above those in their trees. */
  entries: readonly PublicEntry[];
  /** Addresses at which the article is still found. */
  formerSlugs: readonly string[];
  journal: JournalView;
};

export type PublicSetInput = ArticleViewInput &
  LoadedEntries & {
    /** Former addresses of the article and of entries. */
    formerSlugs: readonly { refId: Id; slug: string }[];
    journal: JournalView;
  };

/**
 * The public set of an article as it would be published. Never throws for what terms forbid: if nothing
 * may be said of a source, the set says so, and `checkPublishable` refuses it with the reasons.
 */
export function publicSetOf(input: PublicSetInput): PublicSet {
  const article = articleViewOf(input, { unworded: 'withhold' });
  const formerSlugsOf = (id: Id) =>
    input.formerSlugs.filter(({ refId }) => refId === id).map(({ slug }) => slug);
  const named = [...headEntries(input), ...(article.retracted ? [] : bodyEntries(input))];
  return {
    article,
    entries: named.map((each) => ({
      ...each,
      formerSlugs: hasPage(each) ? formerSlugsOf(each.id) : [],
    })),
    formerSlugs: formerSlugsOf(input.id),
    journal: input.journal,
  };
}

type NamedEntry = Omit<PublicEntry, 'formerSlugs'>;

/** A source that is not named has no page, at any address. */
const hasPage = ({ kind, view }: NamedEntry): boolean =>
  kind !== 'source' || SourceView.parse(view).named !== null;

/** Entries of a retracted article's head: its topics and authors. */
function headEntries({ content, topics, authors }: PublicSetInput): NamedEntry[] {
  const authorIds = content.byline?.kind === 'authors' ? content.byline.authorIds : [];
  return [
    ...listed(content.topicIds, topics).map((topic) => namedEntry({ kind: 'topic', entry: topic })),
    ...listed(authorIds, authors).map((author) => namedEntry({ kind: 'author', entry: author })),
  ];
}

function bodyEntries(input: PublicSetInput): NamedEntry[] {
  const { content, series, actors } = input;
  const shown = input.findings.filter(({ state }) => state !== 'proposed' && state !== 'rejected');
  const holderIds = shown.flatMap(({ holders }) => holders.flatMap(({ actorId }) => actorId ?? []));
  return [
    ...listed(content.series === null ? [] : [content.series.seriesId], series).map((entry) =>
      namedEntry({ kind: 'series', entry }),
    ),
    ...withParents('actor', holderIds, actors),
    ...listedKinds.flatMap(({ kind, field, plural }) =>
      withParents(
        kind,
        shown.flatMap((finding) => finding[field]),
        input[plural],
      ),
    ),
    ...sourceEntries(input, shown),
  ];
}

/** An entry of the catalogue with the one above it in its tree, where it is part of one. */
export type CatalogueEntry = {
  [K in CatalogueKind]: { kind: K; entry: CatalogueEntries[K] } & (K extends TreeKind
    ? { parent: CatalogueEntries[K] | null }
    : unknown);
}[CatalogueKind];

/** The public view of an entry of the catalogue, once something published names it. */
export function publicEntryOf(
  entry: CatalogueEntry,
  formerSlugs: readonly string[] = [],
): PublicEntry {
  return { ...namedEntry(entry), formerSlugs };
}

/** Parsed by its view's schema, so that no field gets in which readers do not have. */
function namedEntry(given: CatalogueEntry): NamedEntry {
  const { kind } = given;
  return { kind, id: given.entry.id, view: entryViews[kind].parse(viewOf(given)) };
}

function viewOf(given: CatalogueEntry): unknown {
  switch (given.kind) {
    case 'actor':
      return actorViewOf(given.entry, given.parent);
    case 'issue':
      return issueViewOf(given.entry, given.parent, []);
    default:
      return only(given.entry, Object.keys(entryViews[given.kind].shape));
  }
}

/** Those fields of an entry, as far as it has them. */
const only = (entry: object, fields: readonly string[]) =>
  Object.fromEntries(Object.entries(entry).filter(([field]) => fields.includes(field)));

/** Those entries, each once, and all above them where they form a tree. */
function withParents<K extends CatalogueKind>(
  kind: K,
  ids: readonly Id[],
  entries: readonly CatalogueEntries[K][],
): NamedEntry[] {
  const reached = withAncestors(ids, entries);
  return reached.map((entry) => {
    const parent = reached.find(({ id }) => id === parentIdOf(entry)) ?? null;
    return namedEntry({ kind, entry, parent } as CatalogueEntry);
  });
}

/** The id of the entry above one in its tree. */
export function parentIdOf(entry: CatalogueEntries[CatalogueKind]): Id | null {
  if ('partOfId' in entry) return entry.partOfId;
  return 'parentId' in entry ? entry.parentId : null;
}

/** Sources that the article names, and the public wording of those it does not. */
function sourceEntries(input: PublicSetInput, shown: PublicSetInput['findings']): NamedEntry[] {
  const { content, sources, waivers, locale } = input;
  const ids = [
    ...content.sourceIds,
    // Not where a finding is on narrower terms than its source, however open that is to others.
    ...shown.flatMap((finding) =>
      sourceIdsOfFinding(finding).filter((sourceId) =>
        mayLocate(finding, sourceId, { sources, waivers }),
      ),
    ),
  ];
  return listed(ids, sources).flatMap((source) => {
    const worded = wordSource(source, waivers, locale);
    return worded.ok
      ? [{ kind: 'source' as const, id: source.id, view: entryViews.source.parse(worded.source) }]
      : [];
  });
}

/** Those entries, each once, in the order of the ids. */
const listed = <T extends { id: Id }>(ids: readonly Id[], entries: readonly T[]): T[] =>
  [...new Set(ids)].flatMap((id) => entries.filter((each) => each.id === id));

function withAncestors<Entry extends CatalogueEntries[CatalogueKind]>(
  ids: readonly Id[],
  entries: readonly Entry[],
): Entry[] {
  const reached = new Set<Id>();
  const ahead = [...ids];
  for (let id = ahead.shift(); id !== undefined; id = ahead.shift()) {
    if (reached.has(id)) continue;
    reached.add(id);
    const entry = entries.find((each) => each.id === id);
    const parent = entry === undefined ? null : parentIdOf(entry);
    if (parent) ahead.push(parent);
  }
  return listed([...reached], entries);
}
