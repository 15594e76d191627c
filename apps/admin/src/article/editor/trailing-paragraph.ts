import { TrailingNode } from '@tiptap/extensions/trailing-node';

/**
 * A paragraph to write in at the end of the text. Nobody who only reads adds one: where
 * people write together, it would be there for everybody.
 */
export const trailingParagraph = TrailingNode.extend({
  addProseMirrorPlugins() {
    const { editor } = this;
    return (this.parent?.() ?? []).map((plugin) => {
      const { appendTransaction } = plugin.spec;
      plugin.spec.appendTransaction = (...given) =>
        editor.isEditable ? appendTransaction?.apply(plugin, given) : null;
      return plugin;
    });
  },
}).configure({ node: 'paragraph', notAfter: ['paragraph'] });
