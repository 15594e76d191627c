import { mergeAttributes, Node, textblockTypeInputRule } from '@tiptap/core';
import { Code } from 'lucide-react';
import type { EditorBlock } from '../editor-block.ts';

const CodeBlock = Node.create({
  name: 'codeBlock',
  group: 'block',
  content: 'text*',
  marks: 'comment insertion deletion',
  code: true,
  defining: true,
  addAttributes: () => ({ language: { default: null, rendered: false } }),
  parseHTML: () => [
    {
      tag: 'pre',
      preserveWhitespace: 'full',
      getAttrs: (element) => {
        const code = element.querySelector('code');
        const language = /(?:^|\s)language-([\w+#-]{1,40})/.exec(code?.className ?? '')?.[1];
        return { language: language ?? null };
      },
    },
  ],
  renderHTML: ({ node, HTMLAttributes }) => [
    'pre',
    mergeAttributes(HTMLAttributes, { dir: 'ltr' }),
    ['code', node.attrs.language ? { class: `language-${node.attrs.language}` } : {}, 0],
  ],
  addInputRules() {
    return [
      textblockTypeInputRule({
        find: /^```([\w+#-]{1,40})?\s$/,
        type: this.type,
        getAttributes: (match) => ({ language: match[1] ?? null }),
      }),
    ];
  },
  addKeyboardShortcuts() {
    return {
      Enter: () => {
        const { $from, empty } = this.editor.state.selection;
        const onLastEmptyLine =
          empty &&
          $from.parent.type === this.type &&
          $from.parentOffset === $from.parent.content.size &&
          $from.parent.textContent.endsWith('\n\n');
        if (!onLastEmptyLine) return false;
        return this.editor
          .chain()
          .command(({ tr }) => {
            tr.delete($from.pos - 2, $from.pos);
            return true;
          })
          .exitCode()
          .run();
      },
      'Mod-Enter': () => this.editor.isActive('codeBlock') && this.editor.commands.exitCode(),
    };
  },
});

export const codeBlock: EditorBlock = {
  extensions: [CodeBlock],
  styles: [
    {
      id: 'codeBlock',
      label: 'Code',
      hint: 'Set as typed',
      icon: Code,
      words: 'pre monospace',
      run: (editor) => editor.chain().focus().toggleNode('codeBlock', 'paragraph').run(),
    },
  ],
};
