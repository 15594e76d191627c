import { joinedChartTexts } from '../document/chart-records.ts';
import { FindingView } from '../findings/finding-view.ts';
import { JournalView } from '../journal/journal-view.ts';
import { type EntryKind, kinds } from '../kinds/kinds.ts';
import { type SchemaText, textsInSchema } from '../text/schema-texts.ts';
import type { Id } from '../values.ts';
import { ArticleView } from './article-view.ts';
import { entryViews, type PublicEntry, type PublicSet } from './public-set.ts';

/** The kind of thing that a public text belongs to; each kind is hidden in its own way. */
export type PublicTextKind =
  | 'version'
  | 'finding'
  | 'notice'
  | 'version_note'
  | 'retraction'
  | 'former_slug'
  | 'journal'
  | EntryKind;

/** A text that readers get to see because of an article. */
export type PublicText = {
  text: string;
  /** The place where an editor changes it: "headline", "findings.<id>.proposition". */
  at: string;
  kind: PublicTextKind;
  /** The finding, notice or entry it belongs to; null if it is the article's or the journal's. */
  refId: Id | null;
  /** The version that shows it, or whose note it is; null for what no single version shows. */
  version: number | null;
};

/**
 * Every free text of a public set. Follows the schemas of the views, so a field added to a view is
 * included without a change here.
 */
export function publicTextsOf(set: PublicSet): PublicText[] {
  return [
    ...articleTexts(set.article),
    ...set.entries.flatMap(entryTexts),
    ...set.formerSlugs.map((text) => ({
      ...{ text, kind: 'former_slug' as const, refId: null, version: null },
      at: `formerSlugs.${text}`,
    })),
    ...journalTexts(set.journal),
  ].filter(({ text }) => text !== '');
}

/** Texts about the journal itself, shown on every page. */
export const journalTexts = (journal: JournalView): PublicText[] =>
  textsInSchema(JournalView, journal).map(({ path, text }) => ({
    ...{ text, kind: 'journal' as const, refId: null, version: null },
    at: `journal.${path[0]}`,
  }));

/** Every text of an entry's page, and its former addresses. */
export function entryTexts({ kind, id, view, formerSlugs }: PublicEntry): PublicText[] {
  const place = `${kinds[kind].plural}.${id}`;
  const shared = { kind, refId: id, version: null };
  return [
    ...textsInSchema(entryViews[kind], view).map(({ path, text }) => ({
      ...{ ...shared, text },
      at: `${place}.${entryField(kind, path)}`,
    })),
    ...formerSlugs.map((text) => ({ ...shared, text, at: `${place}.formerSlugs.${text}` })),
  ];
}

/** Every text of an article in one of its versions. */
export const articleTexts = (article: ArticleView): PublicText[] =>
  placedTextsOf(article).map(({ path: _, ...text }) => text);

/** The same with the path to each in the view. */
export function placedTextsOf(article: ArticleView): (PublicText & SchemaText)[] {
  const texts = [...textsInSchema(ArticleView, article), ...chartTextsOf(article)].map((each) =>
    articleText(article, each),
  );
  // The text as a whole comes first: offsets into it are what the editor marks.
  const isWhole = ({ path }: SchemaText) => path[0] === 'text';
  return [...texts.filter(isWhole), ...texts.filter((each) => !isWhole(each))];
}

/** What readers read of a chart in one go. The numbers in it are no texts by its schema. */
const chartTextsOf = ({ body }: ArticleView): SchemaText[] =>
  (body?.content ?? []).flatMap((block, index) =>
    block.type === 'chart'
      ? joinedChartTexts(block.attrs).map((text) => ({ path: ['body', 'content', index], text }))
      : [],
  );

function articleText(article: ArticleView, { path, text }: SchemaText): PublicText & SchemaText {
  const [field, index] = path;
  const shared = { path, text, refId: null, version: null };
  const number = Number(index);
  // Findings and notices say which article they are of.
  if (path[2] === 'article')
    return { ...shared, kind: 'version', version: article.version, at: String(path[3]) };
  switch (field) {
    case 'findings': {
      const id = article.findings[number]?.id ?? null;
      return { ...shared, kind: 'finding', refId: id, at: findingPlace(id, path.slice(2)) };
    }
    case 'corrections': {
      const id = article.corrections[number]?.id ?? null;
      return { ...shared, kind: 'notice', refId: id, at: `corrections.${id}.${path[2]}` };
    }
    case 'versions': {
      const version = article.versions[number]?.number ?? null;
      return { ...shared, kind: 'version_note', version, at: `versions.${version}.${path[2]}` };
    }
    case 'retraction':
      return { ...shared, kind: 'retraction', at: 'retraction' };
    default:
      return {
        ...{ ...shared, kind: 'version', version: article.version },
        at: articlePlaces[String(field)] ?? String(field),
      };
  }
}

/** The edited field for each field of the view whose name differs. */
const articlePlaces: Readonly<Record<string, string>> = {
  text: 'body',
  pictures: 'body',
  files: 'body',
  topics: 'topicIds',
  sources: 'sourceIds',
};

/** Every text of a finding on its own page. */
export const findingTexts = (finding: FindingView): PublicText[] =>
  textsInSchema(FindingView, finding).map(({ path, text }) => ({
    ...{ text, kind: 'finding' as const, refId: finding.id, version: null },
    at: findingPlace(finding.id, path),
  }));

function findingPlace(id: Id | null, path: SchemaText['path']): string {
  // Its page says which article it is of.
  if (path[0] === 'article') return String(path[1]);
  const field = path[0] === 'attribution' ? 'attribution.descriptor' : path[0];
  return `findings.${id}.${field}`;
}

const entryField = (kind: EntryKind, path: SchemaText['path']): string => {
  if (kind !== 'source') return String(path[0]);
  return path[0] === 'named' ? String(path[1]) : 'descriptor';
};
