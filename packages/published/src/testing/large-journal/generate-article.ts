import type { ArticleView } from '@viewpoints/domain/articles/article-view';
import type { Document } from '@viewpoints/domain/document/document';
import {
  countWords,
  documentText,
  readingMinutes,
} from '@viewpoints/domain/document/document-text';
import type { FindingView } from '@viewpoints/domain/findings/finding-view';
import { idOf, type JournalEntries, type NamedRow } from './entries.ts';
import { type Random, randomFrom } from './random.ts';
import { capital, sentence, type Tongue } from './vocabulary.ts';

/** One article of a large journal: its view, and the ids behind the names in it. */
export type GeneratedArticle = {
  number: number;
  view: ArticleView;
  topics: NamedRow[];
  authors: NamedRow[];
  findings: { view: FindingView; actors: NamedRow[]; issues: NamedRow[] }[];
};

export type GenerateOptions = {
  number: number;
  findings: number;
  publishedAt: Date;
  cast: JournalEntries;
  tongues: Tongue[];
};

const paragraphsOfArticle = 6;
const stances = [
  'supports',
  'open_to',
  'proposes',
  'requires',
  'rejects',
  'refuses',
  'warns',
] as const;
const genres = ['original', 'analysis', 'opinion', 'event_report'] as const;

/** The id of the article of a number. */
export const articleId = (number: number): string => idOf(0x10, number);

/** An article with its findings. The same number gives the same article. */
export function generateArticle({
  number,
  findings,
  publishedAt,
  cast,
  tongues,
}: GenerateOptions): GeneratedArticle {
  const chance = randomFrom(number + 1);
  const tongue = tongueOf(chance, tongues);
  const { language, direction } = tongue;
  const paragraphs = Array.from({ length: paragraphsOfArticle }, () => [
    sentence(chance, tongue, 10 + Math.floor(chance.next() * 15)),
    sentence(chance, tongue, 10 + Math.floor(chance.next() * 15)),
  ]);
  const body: Document = {
    type: 'doc',
    content: paragraphs.map((sentences) => ({
      type: 'paragraph',
      content: [{ type: 'text', text: sentences.join(' ') }],
    })),
  };
  const { text } = documentText(body);
  const id = articleId(number);
  const slug = `piece-${number}`;
  const headline = sentence(chance, tongue, 6).slice(0, -1);
  const at = publishedAt.toISOString();
  const authors = several(chance, cast.authors, 2);
  const topics = several(chance, cast.topics, 2);
  const carried = Array.from({ length: findings }, (_, index) => {
    const exact = paragraphs[index % paragraphsOfArticle]?.[0] ?? '';
    return findingOf(chance, {
      ...{ id: idOf(0x20 + index, number), number: index + 1, exact, text, tongue, cast, at },
      article: { id, slug, headline },
    });
  });
  const wordCount = countWords(text);
  const sources = carried.flatMap(({ view }) =>
    view.attribution.id === null ? [] : [view.attribution],
  );
  const view: ArticleView = {
    ...{ id, slug, section: capital(topics[0]?.name ?? ''), genre: chance.pick(genres), language },
    ...{ direction, headline, standfirst: sentence(chance, tongue, 18) },
    byline: { authors: authors.map(named), reason: null },
    topics: topics.map(named),
    ...{ publishedAt: at, revisedAt: at, version: 1, retracted: false, corrected: false },
    ...{ findingCount: findings, wordCount, readingMinutes: readingMinutes(wordCount) },
    ...{ body, text, pictures: [], files: [], corrections: [], retraction: null },
    sources: [...new Map(sources.map((source) => [source.id, source])).values()],
    findings: carried.map((each) => each.view),
    versions: [{ number: 1, at, note: null, minor: false }],
  };
  return { number, view, topics, authors, findings: carried };
}

function findingOf(
  chance: Random,
  given: Pick<FindingView, 'id' | 'number' | 'article'> & {
    exact: string;
    text: string;
    tongue: Tongue;
    cast: JournalEntries;
    at: string;
  },
): GeneratedArticle['findings'][number] {
  const { id, number, article, exact, text, tongue, cast, at } = given;
  const actor = chance.pickByRank(cast.actors);
  const issues = several(chance, cast.issues, 2);
  const start = text.indexOf(exact);
  const end = start + exact.length;
  const source = chance.next() < 0.5 ? chance.pickByRank(cast.sources) : null;
  const view: FindingView = {
    ...{ id, number, state: 'published', successor: null, article },
    ...{ language: tongue.language, direction: tongue.direction },
    proposition: sentence(chance, tongue, 14),
    holders: [{ actor: named(actor), wording: null, basis: 'direct', label: actor.name }],
    ...{ stance: chance.pickByRank(stances), polarity: 'affirmative', modality: 'actual' },
    ...{
      register: 'public',
      saidIn: null,
      occasion: null,
      shift: null,
      conditions: [],
      scope: null,
      asOf: at.slice(0, 7),
      consensus: null,
    },
    ...{ issues: issues.map(named), places: [], locators: [] },
    quote: {
      ...{ exact, start, end, prefix: text.slice(Math.max(0, start - 32), start) },
      suffix: text.slice(end, end + 32),
    },
    attribution: source?.view ?? {
      ...{ id: null, terms: 'on_record', termsLabel: 'On the record' },
      ...{ wording: 'This article', named: null },
    },
    publishedAt: at,
  };
  return { view, actors: [actor], issues };
}

function tongueOf(chance: Random, tongues: Tongue[]): Tongue {
  const place = chance.next() * 100;
  let upTo = 0;
  for (const tongue of tongues) {
    upTo += tongue.share;
    if (place < upTo) return tongue;
  }
  return chance.pick(tongues);
}

const named = ({ slug, name }: NamedRow) => ({ slug, name });

function several(chance: Random, rows: NamedRow[], most: number): NamedRow[] {
  const count = 1 + Math.floor(chance.next() * most);
  return [...new Set(Array.from({ length: count }, () => chance.pickByRank(rows)))];
}
