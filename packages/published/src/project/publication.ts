import type { ArticleContent } from '@viewpoints/domain/articles/article';
import type { ArticleView } from '@viewpoints/domain/articles/article-view';
import type { PublicSet } from '@viewpoints/domain/articles/public-set';
import type { Finding, Link, Supersession } from '@viewpoints/domain/findings/finding';
import type { ViewStorage } from './view-storage.ts';

/** One version of an article to publish. */
export type Publication = {
  /** Everything it makes or leaves public: from `publicSetOf`, checked, and written as it is. */
  set: PublicSet;
  /** The revision's content and findings, for the ids behind the names of the view. */
  content: ArticleContent;
  /** At least those in `set.article.findings`. */
  findings: Finding[];
  /** All links and supersessions with one of its findings at either end. */
  links: Link[];
  supersessions: (Supersession & { at: string })[];
  /** Origins of the reading site: a link to one of them is one inside the journal. */
  origins: readonly string[];
  /** The address of a page, without its first slash; none of an article. */
  path?: string | null;
  /** max(publishAt, embargoUntil). */
  visibleFrom: string;
};

/** A publication with the article's view, and how its views are stored. */
export type Written = Publication & { view: ArticleView; storage: ViewStorage };
