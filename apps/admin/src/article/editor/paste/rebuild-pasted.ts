import { cleanText, collapseSpaces } from '@viewpoints/domain/text/normalise';
import { scriptDigits } from '@viewpoints/domain/text/script-digits';
import type { PastedBlock } from '../editor-block.ts';
import { editorBlocks } from '../editor-blocks.ts';
import { type BlockBuilder, type BlockKind, blockBuilder } from './block-builder.ts';
import type { LeftOut } from './left-out.ts';
import {
  isPathOfItsPage,
  marksInside,
  noMarks,
  type PastedMarks,
  wrapInMarks,
} from './pasted-marks.ts';
import type { PastedOrigin } from './pasted-origin.ts';
import { laysOutPage, rebuildTable } from './rebuild-table.ts';

export type Rebuild = {
  document: Document;
  origin: PastedOrigin;
  language: string;
  /** Counted up: pictures, whose bytes are elsewhere, struck passages, and links of another page. */
  leftOut: LeftOut;
};

const never = new Set(
  'script style head meta link title noscript template iframe object embed svg math form input button select textarea nav audio video canvas map'.split(
    ' ',
  ),
);
const blocks = new Set(
  'p div section li ul ol tr td th table pre blockquote hr article main header footer aside address details summary fieldset dl dt dd center figure figcaption body html'.split(
    ' ',
  ),
);
/** Blocks that a list item or a block quote may contain besides paragraphs. */
const inContainer: readonly BlockKind[] = ['list'];

const wrappingBlocks = editorBlocks.flatMap(({ pasted }) => pasted ?? []);

/** Parses pasted markup and rebuilds it from what the schema of the document has. */
export function rebuildPasted(root: ParentNode, to: Rebuild): Element[] {
  const builder = blockBuilder(to.document);
  walkChildren(root, noMarks, builder, to);
  return builder.finish();
}

function walkChildren(
  parent: ParentNode,
  marks: PastedMarks,
  builder: BlockBuilder,
  to: Rebuild,
): void {
  for (const child of parent.childNodes) walk(child, marks, builder, to);
}

function walk(node: Node, marks: PastedMarks, builder: BlockBuilder, to: Rebuild): void {
  if (node.nodeType === 3) {
    addText(node.textContent ?? '', marks, builder, to);
  } else if (node.nodeType === 1) {
    const element = node as HTMLElement;
    if (never.has(element.localName) || hidden(element)) return;
    if (isStruck(element)) {
      if (element.textContent?.trim()) to.leftOut.struck += 1;
      return;
    }
    if (isPathOfItsPage(element)) to.leftOut.links += 1;
    const write = writerOf(element, builder);
    if (write !== null) write(element, builder, to, marks);
    else walkInside(element, marks, builder, to);
  }
}

type Writer = (
  element: HTMLElement,
  builder: BlockBuilder,
  to: Rebuild,
  marks: PastedMarks,
) => void;

/** The writer for an element that the document supports; null for all others. */
function writerOf(element: HTMLElement, builder: BlockBuilder): Writer | null {
  const tag = element.localName;
  if (element.classList.contains('key-points-title')) return leaveOut;
  if (/^h[1-6]$/.test(tag)) return addHeading;
  const wrapping = wrappingBlocks.find(({ is }) => is(element));
  if (wrapping !== undefined) return builder.allows('quote') ? addWrapping(wrapping) : null;
  switch (tag) {
    case 'br':
      return addBreak;
    case 'img':
      return (_element, _builder, to) => {
        to.leftOut.pictures += 1;
      };
    case 'span':
      return element.hasAttribute('data-footnote') ? addNote : null;
    case 'sup':
    case 'sub':
      return addScript;
    case 'hr':
      return builder.allows('divider') ? addDivider : null;
    case 'pre':
      return builder.allows('code') ? addCode : null;
    case 'ul':
    case 'ol':
      if (isKeyPoints(element) && builder.allows('quote')) return addKeyPoints;
      return builder.allows('list') ? addList : null;
    case 'blockquote':
      return builder.allows('quote') ? addQuote : null;
    case 'table':
      return builder.allows('table') && !laysOutPage(element) ? addTable : null;
    default:
      return null;
  }
}

function walkInside(
  element: HTMLElement,
  marks: PastedMarks,
  builder: BlockBuilder,
  to: Rebuild,
): void {
  const isBlock = blocks.has(element.localName);
  if (isBlock) builder.endParagraph();
  walkChildren(element, marksInside(element, marks, to.origin, to.language), builder, to);
  if (isBlock) builder.endParagraph();
}

const addBreak: Writer = (element, builder, to) => {
  const fromSafari = element.className === 'Apple-interchange-newline';
  if (!fromSafari) builder.inline(to.document.createElement('br'));
};

const addDivider: Writer = (_element, builder, to) => {
  builder.block(to.document.createElement('hr'));
};

const addScript: Writer = (element, builder, to, marks) => {
  if (element.querySelector('[data-footnote], img')) return walkInside(element, marks, builder, to);
  const tag = element.localName === 'sup' ? 'sup' : 'sub';
  addText(scriptDigits(element.textContent ?? '', tag), marks, builder, to);
};

const addTable: Writer = (element, builder, to) => {
  const readCell = (cell: HTMLElement) => {
    const inside = blockBuilder(to.document, []);
    walkChildren(cell, noMarks, inside, to);
    return inside.finish();
  };
  builder.block(rebuildTable(element, to.document, readCell));
};

function addText(text: string, marks: PastedMarks, builder: BlockBuilder, to: Rebuild): void {
  const plain = collapseSpaces(cleanText(text));
  if (plain !== '')
    builder.inline(wrapInMarks(to.document.createTextNode(plain), marks, to.document));
}

const addNote: Writer = (element, builder, to) => {
  const note = to.document.createElement('span');
  note.setAttribute('data-footnote', '');
  const words = blockBuilder(to.document, []);
  walkChildren(element, noMarks, words, to);
  for (const [index, paragraph] of words.finish().entries()) {
    if (index > 0) note.append(to.document.createElement('br'));
    note.append(...paragraph.childNodes);
  }
  if (note.textContent?.trim()) builder.inline(note);
};

const addHeading: Writer = (element, builder, to, marks) => {
  builder.endParagraph();
  const level = Math.min(4, Math.max(2, Number(element.localName[1])));
  const heading = builder.allows('heading') ? `h${level}` : 'p';
  const words = blockBuilder(to.document, [], heading);
  walkChildren(element, marksInside(element, marks, to.origin, to.language), words, to);
  for (const block of words.finish()) builder.block(block);
};

const addCode: Writer = (element, builder, to) => {
  const pre = to.document.createElement('pre');
  const code = to.document.createElement('code');
  code.textContent = cleanText(element.textContent ?? '').replace(/\n$/, '');
  const language = /language-[\w+#-]{1,40}/.exec(element.querySelector('code')?.className ?? '');
  if (language) code.className = language[0];
  pre.append(code);
  builder.block(pre);
};

const addQuote: Writer = (element, builder, to) => {
  const inside = blockBuilder(to.document, inContainer);
  walkChildren(element, noMarks, inside, to);
  const content = inside.finish();
  if (content.length === 0) return;
  const quote = to.document.createElement('blockquote');
  quote.append(...content);
  builder.block(quote);
};

/** A block round others: a callout, and every other whose kind says how it is pasted. */
const addWrapping =
  ({ labelOf, write }: PastedBlock): Writer =>
  (element, builder, to) => {
    const label = labelOf(element);
    const inside = blockBuilder(to.document, inContainer);
    for (const child of element.childNodes) if (child !== label) walk(child, noMarks, inside, to);
    const content = inside.finish();
    if (content.length === 0) return;
    const block = write(element, to.document);
    block.append(...content);
    builder.block(block);
  };

/** The form in which a page of the journal has key points, and the editor's own. */
const isKeyPoints = (element: HTMLElement): boolean =>
  element.hasAttribute('data-key-points') ||
  element.parentElement?.classList.contains('key-points') === true;

/** The name of the block, which it adds itself. */
const leaveOut: Writer = () => undefined;

const addKeyPoints: Writer = (element, builder, to) => {
  const list = to.document.createElement('ul');
  list.setAttribute('data-key-points', '');
  for (const child of element.children) {
    const inside = blockBuilder(to.document, [], 'li');
    walkChildren(child, noMarks, inside, to);
    list.append(...inside.finish());
  }
  if (list.childElementCount > 0) builder.block(list);
};

/** A list inside a list, without an item of its own, belongs to the item before it. */
const addList: Writer = (element, builder, to) => {
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
};

/** Struck words are those that their writer took back, however that is written. */
const isStruck = (element: HTMLElement): boolean =>
  ['del', 's', 'strike'].includes(element.localName) ||
  /text-decoration(?:-line)?\s*:[^;]*line-through/i.test(element.getAttribute('style') ?? '');

function hidden(element: HTMLElement): boolean {
  return (
    element.hasAttribute('hidden') ||
    element.style.display === 'none' ||
    /mso-hide\s*:\s*all/i.test(element.getAttribute('style') ?? '')
  );
}
