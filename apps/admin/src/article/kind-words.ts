import { fieldNameOf } from '@viewpoints/domain/kinds/fields-of-kind';
import { kinds } from '@viewpoints/domain/kinds/kinds';
import { capitalised } from '@viewpoints/domain/text/sentence';
import type { ArticleScreenData } from './article-data.ts';

type Of = Pick<ArticleScreenData['article'], 'kind'>;

/** What the article screen calls what it shows: “article”, or “page”. */
export const nounOf = ({ kind }: Of): string => kinds[kind].label.one.toLowerCase();

/** The list that it is in. */
export const listOf = ({ kind }: Of) => ({
  href: `/${kinds[kind].plural}`,
  label: `All ${kinds[kind].plural}`,
});

/** The label of the field over the text. */
export const labelOfWords = ({ kind }: Of, field: 'headline' | 'standfirst'): string =>
  capitalised(fieldNameOf(kind, field));
