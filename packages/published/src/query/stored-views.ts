import { ArticleView } from '@viewpoints/domain/articles/article-view';
import {
  type StoredArticleView,
  wordedArticleView,
} from '@viewpoints/domain/articles/stored-article-view';
import { FindingView } from '@viewpoints/domain/findings/finding-view';
import {
  type StoredFindingView,
  wordedFindingView,
} from '@viewpoints/domain/findings/stored-finding-view';

/*
 * Stored views with the words that readers get, whether they were stored with or without words of
 * ours. Checked once they are worded: what a version before this stored is checked as it was.
 */

export const readStoredArticle = (view: unknown): ArticleView =>
  ArticleView.parse(wordedArticleView(view as StoredArticleView));

export const readStoredFinding = (view: unknown): FindingView =>
  FindingView.parse(wordedFindingView(view as StoredFindingView));
