/** An article, as other data refer to it. */
export const articleId = (siteUrl: string, slug: string): string =>
  `${siteUrl}/articles/${slug}#article`;
