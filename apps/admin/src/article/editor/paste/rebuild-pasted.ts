import { type BlockBuilder, type BlockKind, blockBuilder } from './block-builder.ts';
import { marksInside, noMarks, type PastedMarks, wrapInMarks } from './pasted-marks.ts';
import type { PastedOrigin } from './pasted-origin.ts';
import { rebuildTable } from './rebuild-table.ts';
import { scriptDigits } from './script-digits.ts';

export type Rebuild = {
  document: Document;
  origin: PastedOrigin;
  language: string;
  /** Called for each picture that cannot come along: its bytes are elsewhere. */
  onPicture: () => void;
};

const never = new Set(
  'script style head meta link title noscript template iframe object embed svg math form input button select textarea nav audio video canvas map del s strike'.split(
    ' ',
  ),
);
const blocks = new Set(
  'p div section article main header footer aside address details summary fieldset dl dt dd center figure figcaption body html'.split(
    ' ',
  ),
);
/** What may stand in a list item or a block quote besides paragraphs. */
const inContainer: readonly BlockKind[] = ['list'];

/** Reads pasted markup and writes it anew with nothing in it that the document has no word for. */
export function rebuildPasted(root: ParentNode, to: Rebuild): Element[] {
  const builder = blockBuilder(to.document);
  walkChildren(root, noMarks, builder, to);
  return builder.finish();
}

export function walkChildren(
  parent: ParentNode,
  marks: PastedMarks,
  builder: BlockBuilder,
  to: Rebuild,
): void {
  for (const child of parent.childNodes) walk(child, marks, builder, to);
}

function walk(node: Node, marks: PastedMarks, builder: BlockBuilder, to: Rebuild): void {
  if (node.nodeType === 3) return addText(node.textContent ?? '', marks, builder, to);
  if (node.nodeType !== 1) return;
  const element = node as HTMLElement;
  const tag = element.localName;
  if (never.has(tag) || hidden(element)) return;
  if (tag === 'br') {
    if (element.className !== 'Apple-interchange-newline')
      builder.inline(to.document.createElement('br'));
    return;
  }
  if (tag === 'img') return to.onPicture();
  if (tag === 'span' && element.hasAttribute('data-footnote')) return addNote(element, builder, to);
  if (tag === 'sup' || tag === 'sub') {
    return addText(scriptDigits(element.textContent ?? '', tag), marks, builder, to);
  }
  if (tag === 'hr' && builder.allows('divider'))
    return builder.block(to.document.createElement('hr'));
  if (tag === 'pre' && builder.allows('code')) return addCode(element, builder, to);
  if ((tag === 'ul' || tag === 'ol') && builder.allows('list'))
    return addList(element, builder, to);
  if (tag === 'blockquote' && builder.allows('quote'))
    return addContainer(element, 'blockquote', builder, to);
  if (tag === 'table' && builder.allows('table')) {
    const table = rebuildTable(element as HTMLTableElement, to);
    if (table !== null) return builder.block(table);
  }
  if (/^h[1-6]$/.test(tag)) return addHeading(element, marks, builder, to);

  const inside = marksInside(element, marks, to.origin, to.language);
  const isBlock =
    blocks.has(tag) ||
    ['li', 'ul', 'ol', 'tr', 'td', 'th', 'table', 'pre', 'blockquote', 'hr'].includes(tag);
  if (isBlock) builder.endParagraph();
  walkChildren(element, inside, builder, to);
  if (isBlock) builder.endParagraph();
}

function addText(text: string, marks: PastedMarks, builder: BlockBuilder, to: Rebuild): void {
  const plain = text.replace(/[\u00a0\s]+/g, ' ');
  if (plain !== '')
    builder.inline(wrapInMarks(to.document.createTextNode(plain), marks, to.document));
}

function addNote(element: HTMLElement, builder: BlockBuilder, to: Rebuild): void {
  const note = to.document.createElement('span');
  note.setAttribute('data-footnote', '');
  const words = blockBuilder(to.document, []);
  walkChildren(element, noMarks, words, to);
  for (const [index, paragraph] of words.finish().entries()) {
    if (index > 0) note.append(to.document.createElement('br'));
    note.append(...paragraph.childNodes);
  }
  if (note.textContent?.trim()) builder.inline(note);
}

function addHeading(
  element: HTMLElement,
  marks: PastedMarks,
  builder: BlockBuilder,
  to: Rebuild,
): void {
  builder.endParagraph();
  const level = Math.min(4, Math.max(2, Number(element.localName[1])));
  const heading = builder.allows('heading') ? `h${level}` : 'p';
  const words = blockBuilder(to.document, [], heading);
  walkChildren(element, marksInside(element, marks, to.origin, to.language), words, to);
  for (const block of words.finish()) builder.block(block);
}

function addCode(element: HTMLElement, builder: BlockBuilder, to: Rebuild): void {
  const pre = to.document.createElement('pre');
  const code = to.document.createElement('code');
  code.textContent = (element.textContent ?? '').replace(/\n$/, '');
  const language = /language-[\w+#-]{1,40}/.exec(element.querySelector('code')?.className ?? '');
  if (language) code.className = language[0];
  pre.append(code);
  builder.block(pre);
}

function addContainer(element: HTMLElement, tag: string, builder: BlockBuilder, to: Rebuild): void {
  const inside = blockBuilder(to.document, inContainer);
  walkChildren(element, noMarks, inside, to);
  const content = inside.finish();
  if (content.length === 0) return;
  const container = to.document.createElement(tag);
  container.append(...content);
  builder.block(container);
}

/** A list inside a list, without an item of its own, belongs to the item before it. */
function addList(element: HTMLElement, builder: BlockBuilder, to: Rebuild): void {
  const list = to.document.createElement(element.localName);
  const start = element.getAttribute('start');
  if (start !== null && element.localName === 'ol') list.setAttribute('start', start);
  for (const child of element.children) {
    const inside = blockBuilder(to.document, inContainer);
    const isItem = child.localName === 'li';
    if (isItem) walkChildren(child, noMarks, inside, to);
    else walk(child, noMarks, inside, to);
    const content = inside.finish();
    if (content.length === 0) continue;
    const last = list.lastElementChild;
    const item = isItem || last === null ? to.document.createElement('li') : last;
    item.append(...content);
    list.append(item);
  }
  if (list.childElementCount > 0) builder.block(list);
}

function hidden(element: HTMLElement): boolean {
  return (
    element.hasAttribute('hidden') ||
    element.style.display === 'none' ||
    /mso-hide\s*:\s*all/i.test(element.getAttribute('style') ?? '')
  );
}
