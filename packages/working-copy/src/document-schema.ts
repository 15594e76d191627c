import { attributesOf, holdsOf, nodeTypes } from '@viewpoints/domain/document/blocks';
import { Mark } from '@viewpoints/domain/document/inline';
import { type AttributeSpec, type NodeSpec, Schema } from 'prosemirror-model';
import { suggestedBreak, suggestionAttributes } from './suggestions/suggestion.ts';

const contentOf = { inlines: 'inline*', blocks: 'block*', code: 'text*', nothing: '' };

/** Unset attributes are null, as the domain has them. */
const optional = (names: string[]): Record<string, AttributeSpec> =>
  Object.fromEntries(names.map((name) => [name, { default: null }]));

/** Attributes of every node but text, with what is suggested of it. */
const suggestible = (names: string[] = []) => optional([...names, ...suggestionAttributes]);

/**
 * Every node and mark of the domain's document, for what compares and writes ProseMirror's nodes.
 * It refuses nothing that is made of them: what a document may hold is for the domain to say.
 */
export const documentSchema = new Schema({
  nodes: {
    doc: { content: 'block*' },
    text: { group: 'inline' },
    hardBreak: { group: 'inline', inline: true, attrs: suggestible() },
    footnote: { group: 'inline', inline: true, content: 'inline*', attrs: suggestible() },
    // In the shared document alone.
    [suggestedBreak]: { group: 'inline', inline: true, attrs: suggestible() },
    ...Object.fromEntries(
      nodeTypes.map((type): [string, NodeSpec] => [
        type,
        {
          group: 'block',
          content: contentOf[holdsOf(type)],
          attrs: suggestible(attributesOf(type)),
        },
      ]),
    ),
  },
  marks: {
    ...Object.fromEntries(
      Mark.options.map(({ shape }) => [
        shape.type.value,
        { attrs: optional('attrs' in shape ? Object.keys(shape.attrs.shape) : []) },
      ]),
    ),
    // In the shared document alone. The same words may have several.
    comment: { attrs: { id: {} }, excludes: '' },
    insertion: { attrs: { id: {}, by: {} } },
    deletion: { attrs: { id: {}, by: {} } },
    format: { attrs: { id: {}, by: {}, change: {}, mark: {} }, excludes: '' },
  },
});
