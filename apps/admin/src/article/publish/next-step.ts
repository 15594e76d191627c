import type { ArticleState } from '@viewpoints/domain/articles/article';

/** What comes next for an article, as the bar over it offers it; null where nothing does. */
export const nextStep: Record<ArticleState, string | null> = {
  draft: 'To review…',
  in_review: 'Review…',
  approved: 'Publish…',
  scheduled: 'Publish now…',
  published: 'Next version…',
  retracted: null,
  archived: 'Restore…',
};
