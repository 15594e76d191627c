import type { ReaderDatabase } from '@viewpoints/db/client';
import type { ArticlePreview } from '@viewpoints/domain/articles/article-preview';
import type { ArticleView } from '@viewpoints/domain/articles/article-view';
import type { FindingView } from '@viewpoints/domain/findings/finding-view';
import { countsInVersion } from '@viewpoints/domain/findings/number-findings';
import { translationGroup } from '@viewpoints/published/project/translation-group';
import { findPublishedArticle } from '@viewpoints/published/query/articles';
import { listPublishedCitingArticle } from '@viewpoints/published/query/citations';
import { listPublishedCitedChanges } from '@viewpoints/published/query/cited-changes';
import {
  listPublishedReplacements,
  publicStateOf,
  type Replacement,
} from '@viewpoints/published/query/finding-rows';
import {
  listPublishedInGroup,
  listPublishedSummaries,
  placeInSeries,
} from '@viewpoints/published/query/preview-joins';
import { listPublishedRelated } from '@viewpoints/published/query/related';
import type { Edition } from '../publishing/compose-edition.ts';

/** How many articles a page leads on to where none were picked. */
const maxRelated = 4;

/**
 * Joins an edition to what readers have already: what replaced its findings, its series, other
 * languages, and what to read next. What is closest to it is worked out when it is published, so
 * there it is what the live version leads on to.
 */
export async function joinPreview(
  reader: ReaderDatabase,
  edition: Edition,
  view: ArticleView,
): Promise<Pick<ArticlePreview, 'article' | 'around'>> {
  const { content, history, references } = edition;
  const { id } = view;
  const live = history.slug === null ? null : await findPublishedArticle(reader, history.slug);
  const findings = await withReplacements(reader, edition, view.findings);
  const group = translationGroup(content.translationOf ?? id);
  const translations = await listPublishedInGroup(reader, { group, exceptId: id });
  const part = content.series;
  const series = references.series.find(({ id }) => id === part?.seriesId);
  const picked = await listPublishedSummaries(reader, content.pickIds);
  const own = new Set([...translations.map((each) => each.id), ...content.pickIds]);
  const closest = live === null ? [] : await listPublishedRelated(reader, id);
  const changes = live === null ? [] : await listPublishedCitedChanges(reader, id);
  return {
    article: {
      ...view,
      findings,
      findingCount: findings.filter(countsInVersion).length,
      anchors: anchorsOf(findings, view, live?.anchors ?? []),
      translations,
      series:
        part === null || series === undefined
          ? null
          : await placeInSeries(
              reader,
              {
                ...{ id, seriesId: part.seriesId, part: part.part, group },
                ...{ publishedAt: view.publishedAt, language: view.language },
              },
              { slug: series.slug, name: series.name, complete: series.complete },
            ),
    },
    around: {
      related: [
        ...picked,
        ...closest
          .filter((each) => !own.has(each.id))
          .slice(0, Math.max(0, maxRelated - picked.length)),
      ],
      citedBy: live === null ? [] : await listPublishedCitingArticle(reader, id),
      // A new version can take account of what was corrected before it.
      changes: changes.filter(({ kind }) => kind === 'retraction' || kind === 'withdrawn_finding'),
    },
  };
}

/** Each finding with its state once this is published: replaced by another that is public by then. */
async function withReplacements(
  reader: ReaderDatabase,
  { connections }: Edition,
  findings: readonly FindingView[],
): Promise<FindingView[]> {
  const known = await listPublishedReplacements(
    reader,
    findings.map(({ id }) => id),
  );
  return findings.map((finding) => {
    const supersession = connections.supersessions.find(({ oldId }) => oldId === finding.id);
    const next = findings.find(({ id }) => id === supersession?.newId);
    const replacement: Replacement =
      supersession === undefined || next === undefined
        ? (known.get(finding.id) ?? null)
        : {
            kind: supersession.kind,
            at: supersession.at,
            finding: {
              id: next.id,
              proposition: next.proposition,
              article: { slug: next.article.slug, headline: next.article.headline },
            },
          };
    return { ...finding, ...publicStateOf({ withdrawn: false, replacement }) };
  });
}

type Anchors = ArticlePreview['article']['anchors'];

/** The findings that readers have had, then those that are new, in the order of their figures. */
function anchorsOf(
  findings: readonly FindingView[],
  { body }: ArticleView,
  live: Anchors,
): Anchors {
  if (body === null) return [];
  const stateOf = (id: string) => findings.find((finding) => finding.id === id)?.state;
  const known = new Set(live.map(({ findingId }) => findingId));
  return [
    ...live.map((anchor) => ({
      ...anchor,
      state: stateOf(anchor.findingId) ?? ('withdrawn' as const),
    })),
    ...findings
      .filter(({ id }) => !known.has(id))
      .toSorted(
        (a, b) =>
          a.publishedAt.localeCompare(b.publishedAt) ||
          (a.number ?? Number.MAX_SAFE_INTEGER) - (b.number ?? Number.MAX_SAFE_INTEGER) ||
          a.id.localeCompare(b.id),
      )
      .map(({ id, state }) => ({ findingId: id, state, legacyNumber: null })),
  ];
}
