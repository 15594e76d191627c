import { articleSummaryOf } from '@viewpoints/domain/articles/article-view-of';
import { extractKeywords } from '@viewpoints/domain/articles/keywords';
import { articleTexts } from '@viewpoints/domain/articles/public-texts';
import { storedArticleView } from '@viewpoints/domain/articles/stored-article-view';
import { FOLD_VERSION } from '@viewpoints/domain/attribution/fold-mention';
import { storedSourceView } from '@viewpoints/domain/attribution/stored-source-view';
import type { FindingView } from '@viewpoints/domain/findings/finding-view';
import { storedFindingView } from '@viewpoints/domain/findings/stored-finding-view';
import { publicTextRows } from '../../project/public-texts.ts';
import { translationGroup } from '../../project/translation-group.ts';
import { idOf, type JournalEntries } from './entries.ts';
import { articleId, type GeneratedArticle } from './generate-article.ts';

/** Rows by table, in an order that references allow. */
type Rows = Record<string, object[]>;

const somebody = idOf(9, 0);
const at = '2010-01-01T00:00:00.000Z';

export function rowsOfCast({ topics, authors, actors, issues, sources }: JournalEntries): Rows {
  const save = { save: 1 };
  return {
    account: [
      {
        ...{ id: somebody, email: 'desk@large.example', email_verified: true, name: 'The desk' },
        ...{ roles: ['publisher'], created_at: at, updated_at: at },
      },
    ],
    topic: topics.map((row, position) => ({ ...row, ...save, description: '', position })),
    author: authors.map((row) => ({ ...row, ...save, about: '', same_as: [] })),
    actor: actors.map((row) => ({
      ...row,
      ...save,
      kind: 'group',
      aliases: [],
      description: '',
      note: '',
    })),
    issue: issues.map((row) => ({ ...row, ...save, description: '' })),
    source: sources.map(({ id, slug, name }) => ({
      ...{ id, slug, kind: 'report', title: name, authors: [], note: '', ...save },
      ...{ terms: 'on_record', disclosure: 'clear', created_at: at, updated_at: at },
    })),
  };
}

export function rowsOf(articles: GeneratedArticle[]): Rows {
  const findings = articles.flatMap((article) =>
    article.findings.map((each) => ({ ...each, article })),
  );
  return {
    article: articles.map(articleRow),
    finding: findings.map(({ view, article }) => findingRow(view, article)),
    verified_wording: findings.map(({ view }) => verifiedWordingRow(view)),
    published_article: articles.map(({ view }) => ({
      ...{ id: view.id, slug: view.slug, version: 1, genre: view.genre, language: view.language },
      ...{ visible_from: view.publishedAt, published_at: view.publishedAt },
      ...{ revised_at: view.publishedAt, retracted: false, summary: articleSummaryOf(view) },
      translation_group: translationGroup(view.id),
    })),
    published_finding: findings.map(({ view }) => ({
      ...{ id: view.id, article_id: view.article.id, number: view.number },
      view: storedFindingView(view),
      ...{ visible_from: view.publishedAt, published_at: view.publishedAt },
      ...{ stance: view.stance, register: view.register, held_at: view.publishedAt },
      source_id: view.attribution.id,
    })),
    published_version: articles.map(({ view }) => ({
      ...{ article_id: view.id, number: 1, visible_from: view.publishedAt },
      ...{ at: view.publishedAt, note: null, view: storedArticleView(view) },
    })),
    published_holding: findings.flatMap(({ view, actors }) =>
      actors.map(({ id }) => ({ finding_id: view.id, actor_id: id })),
    ),
    published_about: findings.flatMap(({ view, issues }) =>
      issues.map(({ id }) => ({ finding_id: view.id, issue_id: id })),
    ),
    published_article_topic: articles.flatMap(({ view, topics }) =>
      topics.map(({ id }) => ({ article_id: view.id, topic_id: id })),
    ),
    published_contributor: articles.flatMap(({ view, authors }) =>
      authors.map(({ id }) => ({ article_id: view.id, author_id: id })),
    ),
    published_source: articles.flatMap(({ view }) =>
      view.sources.map((source) => ({
        ...{ article_id: view.id, source_id: source.id },
        ...{ slug: source.named?.slug, view: storedSourceView(source) },
        published_at: view.publishedAt,
      })),
    ),
    published_source_use: findings.flatMap(({ view }) => sourceUseRows(view)),
    public_text: articles.flatMap(({ view }) =>
      publicTextRows(articleTexts(view), view.version).map((row) => ({
        ...row,
        ...{ article_id: view.id, fold: FOLD_VERSION },
      })),
    ),
    published_mention: articles.flatMap(mentionRows),
    published_word: articles.flatMap(({ view }) =>
      extractKeywords(`${view.headline} ${view.standfirst}`, view.language).map((word) => ({
        word,
        ...{ article_id: view.id, published_at: view.publishedAt },
      })),
    ),
    published_related: articles.flatMap(relatedRows),
  };
}

/** Each to the eight before it, as many as a page needs: publishing looks for those nearest. */
function relatedRows({ number, view }: GeneratedArticle) {
  const before = Array.from({ length: 8 }, (_, index) => number - 1 - index);
  return before
    .filter((other) => other >= 0)
    .map((other, index) => ({
      ...{ article_id: view.id, related_id: articleId(other), score: 8 - index },
    }));
}

function articleRow({ view }: GeneratedArticle) {
  return {
    ...{ id: view.id, slug: view.slug, section: view.section, genre: view.genre },
    ...{ language: view.language, direction: view.direction, headline: view.headline },
    ...{
      standfirst: view.standfirst,
      body: { type: 'doc', content: [{ type: 'paragraph' }] },
      note: '',
    },
    ...{ state: 'draft', created_by_id: somebody, save: 1, saved_by_id: somebody },
    ...{ saved_at: at, time_zone: 'UTC', created_at: at, first_published_at: view.publishedAt },
  };
}

function findingRow(view: FindingView, article: GeneratedArticle) {
  return {
    ...{ id: view.id, article_id: article.view.id, number: view.number, state: 'published' },
    ...{ proposition: view.proposition, stance: view.stance, polarity: view.polarity },
    ...{ modality: view.modality, register: view.register, conditions: [], note: '' },
    ...{ source_id: view.attribution.id, proposed_by_id: somebody, terms: 'on_record' },
    ...{ created_at: at, updated_at: at },
  };
}

/** The verified words that the database compares a finding with: others cannot be published. */
function verifiedWordingRow(view: FindingView) {
  const { proposition, stance, polarity, modality, register, conditions, asOf, consensus } = view;
  return {
    ...{ finding_id: view.id, verified_at: at },
    words: {
      ...{ proposition, stance, polarity, modality, register, conditions, asOf, consensus },
      scope: view.scope?.text ?? null,
      holders: view.holders.map(({ wording }) => wording),
      quote: view.quote?.exact ?? null,
    },
  };
}

const sourceUseRows = ({ id, article, attribution }: FindingView) =>
  attribution.id === null
    ? []
    : [
        {
          ...{ article_id: article.id, source_id: attribution.id, finding_id: id },
          ...{ version: 1, located: false },
        },
      ];

function mentionRows({ view, topics, authors, findings }: GeneratedArticle) {
  const mentioned = [
    ...topics.map(({ id }) => ({ kind: 'topic', ref_id: id })),
    ...authors.map(({ id }) => ({ kind: 'author', ref_id: id })),
    ...findings.flatMap(({ actors }) => actors.map(({ id }) => ({ kind: 'actor', ref_id: id }))),
    ...findings.flatMap(({ issues }) => issues.map(({ id }) => ({ kind: 'issue', ref_id: id }))),
  ];
  const once = new Map(mentioned.map((each) => [each.ref_id, each]));
  return [...once.values()].map((each) => ({
    ...{ ...each, article_id: view.id, published_at: view.publishedAt },
  }));
}
