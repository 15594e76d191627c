import { listCorrections } from '@viewpoints/db/editorial/corrections';
import { getJournal } from '@viewpoints/db/editorial/journal';
import type { PublishedHistory } from '@viewpoints/db/editorial/published-history';
import type { Publication } from '@viewpoints/db/published/write-publication';
import type { ArticleContent } from '@viewpoints/domain/articles/article';
import { articleViewOf } from '@viewpoints/domain/articles/article-view-of';
import type { SourceView } from '@viewpoints/domain/attribution/source-view';
import { wordSource } from '@viewpoints/domain/attribution/wording';
import type { Finding } from '@viewpoints/domain/findings/finding';
import { mayLocate } from '@viewpoints/domain/findings/finding-view-of';
import { loadConnections, loadReferences } from '../articles/load-whole.ts';
import type { Command } from '../command.ts';

/** One version that readers are to have. */
export type Edition = {
  articleId: string;
  content: ArticleContent;
  /** Those readers have or are to have, the superseded among them. */
  findings: Finding[];
  history: PublishedHistory;
  version: number;
  publishedAt: string;
  revisedAt: string;
  /** What this version says of itself in the list of versions; null for nothing. */
  note: string | null;
  visibleFrom: string;
};

/** Builds what readers will see of a version, from the domain's allow-list views alone. */
export async function publicationOf(
  { tx, origins }: Pick<Command, 'tx' | 'origins'>,
  edition: Edition,
): Promise<Publication> {
  const { articleId, content, findings, history, version, publishedAt, revisedAt } = edition;
  const references = await loadReferences(tx, content, findings);
  const { links, supersessions } = await loadConnections(tx, articleId, findings);
  const { language: locale } = await getJournal(tx);
  const view = articleViewOf({
    id: articleId,
    content,
    findings: findings.map((finding) => ({
      ...finding,
      publishedAt: history.findingsPublishedAt.get(finding.id) ?? edition.visibleFrom,
    })),
    version,
    publishedAt,
    revisedAt,
    versions: [
      ...history.versions.filter(({ number }) => number !== version),
      { number: version, at: revisedAt, note: edition.note },
    ],
    corrections: await listCorrections(tx, articleId),
    retraction: null,
    pictures: references.media.map(({ id, width, height }) => ({
      mediaId: id,
      src: `/media/${id}`,
      width,
      height,
    })),
    locale,
    ...references,
  });
  return {
    view,
    content,
    findings,
    locatorSources: locatorSources(findings, references, locale),
    links,
    supersessions,
    origins,
    visibleFrom: edition.visibleFrom,
  };
}

/** The sources that findings give as evidence, as far as they may be named. */
function locatorSources(
  findings: Finding[],
  { sources, waivers }: Pick<Awaited<ReturnType<typeof loadReferences>>, 'sources' | 'waivers'>,
  locale: string,
): SourceView[] {
  const ids = new Set(
    findings.flatMap((finding) =>
      finding.evidence.locators
        .map(({ sourceId }) => sourceId)
        .filter((sourceId) => mayLocate(finding, sourceId, { sources, waivers })),
    ),
  );
  return sources
    .filter(({ id }) => ids.has(id))
    .flatMap((source) => {
      const worded = wordSource(source, waivers, locale);
      return worded.ok ? [worded.source] : [];
    });
}
