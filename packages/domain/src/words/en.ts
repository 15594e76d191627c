import type { AttributionLabels } from './attribution-labels.ts';

/** English. */
export const en: AttributionLabels = {
  terms: {
    on_record: 'On the record',
    background: 'Background',
    chatham_house: 'Chatham House Rule',
    deep_background: 'Deep background',
  },
  thisArticle: 'This article',
  underChathamHouse: 'Said under the Chatham House Rule',
  notDescribed: 'A source that may not be described',
  removed: 'Removed',
  basis: {
    direct: '',
    second_hand: '(second hand)',
    sources_own: '(the source’s own view)',
    articles_own: '(this article’s own view)',
  },
};
