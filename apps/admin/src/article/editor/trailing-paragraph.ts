import { TrailingNode } from '@tiptap/extensions/trailing-node';

/**
 * A paragraph to write in at the end of the text. A page that only reads adds none: in a shared
 * document everybody would get it.
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
