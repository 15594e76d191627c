/** The link to the article that a refusal names. */
export const articleLink = ({ details }: { details?: Record<string, unknown> | undefined }) =>
  typeof details?.articleId === 'string'
    ? { href: `/articles/${details.articleId}`, label: 'Open article' }
    : null;
