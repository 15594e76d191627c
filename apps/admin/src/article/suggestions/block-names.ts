const blockNames: Record<string, string> = {
  bulletList: 'bullet list',
  orderedList: 'numbered list',
  listItem: 'list item',
  keyPoint: 'point',
  keyPoints: 'list of key points',
  blockQuote: 'block quote',
  pullQuote: 'pull quote',
  codeBlock: 'code',
  figure: 'picture',
  tableRow: 'row',
  tableHeader: 'header cell',
  tableCell: 'cell',
  hardBreak: 'new line',
};

/** The name of a block in a sentence. */
export function blockName(type: string, attrs: Readonly<Record<string, unknown>> = {}): string {
  const level = type === 'heading' && typeof attrs.level === 'number' ? ` ${attrs.level}` : '';
  return `${blockNames[type] ?? type}${level}`;
}
