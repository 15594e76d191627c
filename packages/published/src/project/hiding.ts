import type { StoredMention } from './stored-mentions.ts';

/** What readers have of an article, as far as `hiding` needs it. */
export type HidingArticle = {
  id: string;
  version: number;
  retracted: boolean;
  /** Findings that another has replaced, and which are read on their own pages still. */
  superseded: readonly string[];
};

/** Everything to hide, each in the way that is possible for it. */
export type Hiding = {
  /** Articles whose own text breaks the terms: taken off until corrected. */
  suspended: string[];
  earlierVersions: { articleId: string; number: number }[];
  versionNotes: { articleId: string; number: number }[];
  notices: string[];
  findings: string[];
  formerSlugs: string[];
  /** Retracted articles of which the headline or the reason is blanked. */
  headlines: string[];
  retractions: string[];
  /** Retracted articles whose text, if it is shown at all, is taken away. */
  retractedTexts: string[];
  /** Null results and redirects: they belong to no article. */
  nullResults: string[];
  redirects: string[];
  /** Entries of the menus, by their positions: they belong to no article either. */
  menuEntries: number[];
};

const nothing = (): Hiding => ({
  suspended: [],
  earlierVersions: [],
  versionNotes: [],
  notices: [],
  findings: [],
  formerSlugs: [],
  headlines: [],
  retractions: [],
  retractedTexts: [],
  nullResults: [],
  redirects: [],
  menuEntries: [],
});

export const nothingHidden: Readonly<Hiding> = nothing();

/**
 * Works out from what mentions a protected string what has to be hidden. Where a text cannot be
 * blanked by itself, the whole article is taken off.
 */
export function hidingOf(
  mentions: readonly Pick<StoredMention, 'articleId' | 'kind' | 'refId' | 'version' | 'place'>[],
  articles: readonly HidingArticle[],
): Hiding {
  const byId = new Map(articles.map((article) => [article.id, article]));
  const hiding = nothing();
  for (const mention of mentions) {
    const article = byId.get(mention.articleId);
    if (article !== undefined) add(hiding, mention, article);
  }
  return unique(hiding);
}

function add(
  hiding: Hiding,
  { kind, refId, version, place }: Omit<StoredMention, 'needle'>,
  article: HidingArticle,
): void {
  const { id, retracted } = article;
  // An article published before texts were stored is not known to be safe.
  if (kind === 'unchecked') {
    hiding.suspended.push(id);
    return;
  }
  const formerSlug = /(?:^|\.)formerSlugs\.(.+)$/.exec(place)?.[1];
  if (formerSlug !== undefined) hiding.formerSlugs.push(formerSlug);
  else if (kind === 'notice' && refId !== null) hiding.notices.push(refId);
  else if (kind === 'version_note' && version !== null)
    hiding.versionNotes.push({ articleId: id, number: version });
  else if (kind === 'retraction') hiding.retractions.push(id);
  else if (kind === 'version' && version !== null && version < article.version)
    hiding.earlierVersions.push({ articleId: id, number: version });
  else if (kind === 'version' && place.startsWith('findings.')) return;
  else if (kind === 'finding' && refId !== null && article.superseded.includes(refId))
    hiding.findings.push(refId);
  else if (kind === 'version' && retracted && place === 'headline') hiding.headlines.push(id);
  else if (kind === 'version' && retracted && place === 'body') hiding.retractedTexts.push(id);
  else hiding.suspended.push(id);
}

function unique(hiding: Hiding): Hiding {
  const versions = (list: Hiding['versionNotes']) => [
    ...new Map(list.map((each) => [`${each.articleId} ${each.number}`, each])).values(),
  ];
  const sorted = (list: string[]) => [...new Set(list)].sort();
  return {
    suspended: sorted(hiding.suspended),
    earlierVersions: versions(hiding.earlierVersions),
    versionNotes: versions(hiding.versionNotes),
    notices: sorted(hiding.notices),
    findings: sorted(hiding.findings),
    formerSlugs: sorted(hiding.formerSlugs),
    headlines: sorted(hiding.headlines),
    retractions: sorted(hiding.retractions),
    retractedTexts: sorted(hiding.retractedTexts),
    nullResults: sorted(hiding.nullResults),
    redirects: sorted(hiding.redirects),
    menuEntries: [...new Set(hiding.menuEntries)],
  };
}

/** Two lists of what has to be hidden as one. */
export function mergeHiding(a: Hiding, b: Hiding): Hiding {
  return unique({
    suspended: [...a.suspended, ...b.suspended],
    earlierVersions: [...a.earlierVersions, ...b.earlierVersions],
    versionNotes: [...a.versionNotes, ...b.versionNotes],
    notices: [...a.notices, ...b.notices],
    findings: [...a.findings, ...b.findings],
    formerSlugs: [...a.formerSlugs, ...b.formerSlugs],
    headlines: [...a.headlines, ...b.headlines],
    retractions: [...a.retractions, ...b.retractions],
    retractedTexts: [...a.retractedTexts, ...b.retractedTexts],
    nullResults: [...a.nullResults, ...b.nullResults],
    redirects: [...a.redirects, ...b.redirects],
    menuEntries: [...a.menuEntries, ...b.menuEntries],
  });
}
