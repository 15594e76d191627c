import { listCorrections } from '@viewpoints/db/editorial/corrections';
import type { PublishedHistory } from '@viewpoints/db/editorial/published-history';
import type { Publication } from '@viewpoints/db/published/write-publication';
import type { ArticleContent } from '@viewpoints/domain/articles/article';
import { articleViewOf } from '@viewpoints/domain/articles/article-view-of';
import type { SourceView } from '@viewpoints/domain/attribution/source-view';
import { wordSource } from '@viewpoints/domain/attribution/wording';
import type { Finding } from '@viewpoints/domain/findings/finding';
import { mayLocate } from '@viewpoints/domain/findings/finding-view-of';
import type { Connections, References } from '../articles/load-whole.ts';
import type { Command } from '../command.ts';

/** One version that readers are to have. */
export type Edition = {
  articleId: string;
  content: ArticleContent;
  /** Those readers have or are to have, the superseded among them. */
  findings: Finding[];
  /** At least what content and findings refer to, and all that is linked to those findings. */
  references: References;
  connections: Pick<Connections, 'links' | 'supersessions'>;
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
  { tx, origins, locale }: Pick<Command, 'tx' | 'origins' | 'locale'>,
  edition: Edition,
): Promise<Publication> {
  const { articleId, content, findings, references, connections, history } = edition;
  const { version, publishedAt, revisedAt } = edition;
  const { sources, waivers, actors, issues, places, topics, authors, media } = references;
  const ids = new Set(findings.map(({ id }) => id));
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
    pictures: media.map(({ id, width, height }) => ({
      mediaId: id,
      src: `/media/${id}`,
      width,
      height,
    })),
    locale,
    ...{ sources, waivers, actors, issues, places, topics, authors },
  });
  return {
    view,
    content,
    findings,
    locatorSources: locatorSources(findings, references, locale),
    links: connections.links,
    supersessions: connections.supersessions.filter(
      ({ oldId, newId }) => ids.has(oldId) || ids.has(newId),
    ),
    origins,
    visibleFrom: edition.visibleFrom,
  };
}

/** The sources that findings give as evidence, as far as they may be named. */
function locatorSources(
  findings: Finding[],
  { sources, waivers }: Pick<References, 'sources' | 'waivers'>,
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
