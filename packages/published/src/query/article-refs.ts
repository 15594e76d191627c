import { inScope } from './expressions.ts';

const eb = inScope<{ a: 'published_article' }>();

/** The columns of an `ArticleRef`, of the published article that the query calls `a`. */
export const refColumns = [
  ...(['a.id', 'a.slug'] as const),
  eb.ref('a.summary', '->>').key('headline').as('headline'),
  'a.language',
  eb.ref('a.summary', '->>').key('direction').as('direction'),
] as const;
