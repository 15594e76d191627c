import { z } from 'zod';
import {
  StoredSourceView,
  storedSourceView,
  wordedSourceView,
} from '../attribution/stored-source-view.ts';
import {
  StoredFindingView,
  storedFindingView,
  wordedFindingView,
} from '../findings/stored-finding-view.ts';
import { ArticleView } from './article-view.ts';

/** The public view of an article as it is stored: without words of ours. */
export const StoredArticleView = ArticleView.extend({
  sources: z.array(StoredSourceView),
  findings: z.array(StoredFindingView),
});
export type StoredArticleView = z.infer<typeof StoredArticleView>;

/** The view without the words that `wordedArticleView` adds. */
export const storedArticleView = (view: ArticleView): StoredArticleView => ({
  ...view,
  sources: view.sources.map(storedSourceView),
  findings: view.findings.map(storedFindingView),
});

/** The view as readers get it, by default in words of the article's language. */
export const wordedArticleView = (
  view: StoredArticleView,
  locale: string = view.language,
): ArticleView => ({
  ...view,
  sources: view.sources.map((source) => wordedSourceView(source, locale)),
  findings: view.findings.map((finding) => wordedFindingView(finding, locale)),
});
