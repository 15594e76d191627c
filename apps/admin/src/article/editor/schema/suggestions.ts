import { Extension, Mark, Node } from '@tiptap/core';
import {
  suggestedBreak,
  suggestionAttributes,
} from '@viewpoints/working-copy/suggestions/suggestion';
import { editorBlocks } from '../editor-blocks.ts';

const unseen = { default: null, rendered: false, keepOnSplit: false } as const;
const ownKey = { by: unseen, id: unseen };

/** A suggested insertion. Like all of these it is only in the shared document. */
const Insertion = Mark.create({
  name: 'insertion',
  inclusive: false,
  keepOnSplit: false,
  addAttributes: () => ownKey,
  renderHTML: () => ['ins', 0],
});

/** A suggested deletion. The words are still part of the article. */
const Deletion = Mark.create({
  name: 'deletion',
  inclusive: false,
  keepOnSplit: false,
  addAttributes: () => ownKey,
  renderHTML: () => ['del', 0],
});

/** A suggested mark to add or remove. The words still have the marks they had. */
const Format = Mark.create({
  name: 'format',
  excludes: '',
  inclusive: false,
  keepOnSplit: false,
  addAttributes: () => ({ ...ownKey, change: unseen, mark: unseen }),
  renderHTML: () => ['span', 0],
});

/** A suggested end of a paragraph. It is drawn as one, and divides nothing yet. */
const SuggestedBreak = Node.create({
  name: suggestedBreak,
  group: 'inline',
  inline: true,
  selectable: false,
  renderHTML: () => ['ins', { class: 'suggested-break' }, ['br']],
  renderText: () => '\n',
});

const nodes = ['hardBreak', 'footnote', ...editorBlocks.flatMap(({ extensions }) => extensions)]
  .map((each) => (typeof each === 'string' ? each : each.type === 'node' ? each.name : null))
  .filter((name) => name !== null);

/** Suggestions on a whole node are attributes of it, which are neither copied nor pasted. */
const SuggestionAttributes = Extension.create({
  name: 'suggestionAttributes',
  addGlobalAttributes: () => [
    {
      types: [...nodes, suggestedBreak],
      attributes: Object.fromEntries(suggestionAttributes.map((name) => [name, unseen])),
    },
  ],
});

/** Suggestions as the document has them. */
export const suggestionSchema = [Insertion, Deletion, Format, SuggestedBreak, SuggestionAttributes];
