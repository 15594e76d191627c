/** Every shortcut, for the help sheet: one list, in the order shown; what holds on all screens first. */
export const shortcuts: readonly {
  title: string;
  keys: readonly [keys: string, what: string][];
}[] = [
  {
    title: 'Everywhere',
    keys: [
      ['mod+k', 'Search or run, where no words are selected'],
      ['mod+shift+p', 'Search or run, from a text too (F1 in Firefox)'],
      ['?', 'These shortcuts, outside text fields'],
      ['mod+/', 'These shortcuts, from anywhere'],
    ],
  },
  {
    title: 'Findings',
    keys: [
      ['mod+shift+f', 'Propose a finding from the selection, or from the sentence at the cursor'],
      ['f8', 'Next finding in the text'],
      ['shift+f8', 'Previous finding in the text'],
      ['mod+alt+enter', 'Open the finding at the cursor in the panel'],
      ['mod+enter', 'Save the finding being edited'],
      ['mod+alt+v', 'Verify the open finding and open the next one'],
    ],
  },
  {
    title: 'Comments',
    keys: [
      ['mod+alt+m', 'Comment on the selection, or on the sentence at the cursor'],
      ['f9', 'Next open comment'],
      ['shift+f9', 'Previous open comment'],
      ['mod+enter', 'Send the comment being written'],
    ],
  },
  {
    title: 'Suggestions',
    keys: [['mod+shift+e', 'Suggest changes, or edit the text']],
  },
  {
    title: 'Words',
    keys: [
      ['mod+b', 'Strong'],
      ['mod+i', 'Emphasis'],
      ['mod+shift+k', 'Small capitals'],
      ['mod+e', 'Inline code'],
      ['mod+k', 'Link on the selected words'],
      ['[[', 'Link to an article'],
      ['mod+shift+l', 'Mark language'],
      ['mod+alt+f', 'Footnote'],
      ['shift+enter', 'New line in the same paragraph'],
    ],
  },
  {
    title: 'Blocks',
    keys: [
      ['/', 'All blocks'],
      ['mod+alt+0', 'Paragraph'],
      ['mod+alt+2', 'Heading (3 and 4 likewise)'],
      ['mod+shift+7', 'Numbered list'],
      ['mod+shift+8', 'Bullet list'],
      ['mod+shift+b', 'Block quote'],
      ['tab', 'Deeper in a list, next cell or a new row in a table'],
    ],
  },
  {
    title: 'Typed as Markdown',
    keys: [
      ['## ', 'Heading (up to ####)'],
      ['- ', 'Bullet list'],
      ['1. ', 'Numbered list'],
      ['> ', 'Block quote'],
      ['**so**', 'Strong'],
      ['*so*', 'Emphasis'],
      ['`so`', 'Inline code'],
      ['```', 'Code'],
      ['---', 'Divider'],
    ],
  },
  {
    title: 'Article',
    keys: [
      ['mod+f', 'Find in the text, and replace'],
      ['mod+s', 'Save now'],
      ['mod+alt+p', 'Open or close the preview'],
      ['mod+z', 'Undo'],
      ['mod+shift+v', 'Paste as plain text'],
      ['mod+shift+z', 'Redo'],
      ['f6', 'Between the text and the panel'],
    ],
  },
];
