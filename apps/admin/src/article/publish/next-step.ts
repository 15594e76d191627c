import type { ArticleState } from '@viewpoints/domain/articles/article';

/** The next step of an article, as the bar over it offers it; null if there is none. */
export const nextStep: Record<ArticleState, string | null> = {
  draft: 'To review…',
  in_review: 'Review…',
  approved: 'Publish…',
  scheduled: 'Publish now…',
  published: 'Next version…',
  retracted: null,
  archived: 'Restore…',
};
