import { Extension, Mark, Node } from '@tiptap/core';
import {
  suggestedBreak,
  suggestionAttributes,
} from '@viewpoints/working-copy/suggestions/suggestion';
import { editorBlocks } from '../editor-blocks.ts';

const unseen = { default: null, rendered: false, keepOnSplit: false } as const;
const ownKey = { by: unseen, id: unseen };

/** Words that somebody would put in. Like all of this it is in the shared document alone. */
const Insertion = Mark.create({
  name: 'insertion',
  inclusive: false,
  keepOnSplit: false,
  addAttributes: () => ownKey,
  renderHTML: () => ['ins', 0],
});

/** Words that somebody would delete. They are still what the article says. */
const Deletion = Mark.create({
  name: 'deletion',
  inclusive: false,
  keepOnSplit: false,
  addAttributes: () => ownKey,
  renderHTML: () => ['del', 0],
});

/** A mark that somebody would put on words, or take off them. They have the marks they had. */
const Format = Mark.create({
  name: 'format',
  excludes: '',
  inclusive: false,
  keepOnSplit: false,
  addAttributes: () => ({ ...ownKey, change: unseen, mark: unseen }),
  renderHTML: () => ['span', 0],
});

/** Where somebody would end a paragraph. It is drawn as one, and divides nothing yet. */
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

/** What is suggested of a whole node is in attributes of it, which are neither copied nor pasted. */
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
