import { kindOfBlock } from '@viewpoints/domain/document/blocks';
import type { WordItem, WordReport } from '@viewpoints/domain/imports/word-report';
import { targetsOf, type WordStyles } from '@viewpoints/domain/imports/word-styles';
import { stableJson } from '@viewpoints/domain/text/stable-json';
import { DocxRefusal } from '../archive/docx-refusal.ts';
import type { WordFile } from '../read/read-docx.ts';
import { isGone, type WordBlock, type WordParagraph } from '../read/word-blocks.ts';
import { acceptChanges } from './accept-changes.ts';
import { withCaptions } from './captions.ts';
import type { Conversion, Converted, DraftBlock, Note } from './conversion.ts';
import { convertBlocks, paragraphsIn } from './convert-blocks.ts';
import { arrangeHead, type Head } from './head.ts';
import { withoutReport } from './mark-line.ts';
import { roleOf } from './paragraph-role.ts';
import { type Suggested, suggestChanges } from './suggest-changes.ts';
import { type CommentedRun, traceChanges } from './trace-changes.ts';

/** The result of converting a file: an unfinished article, and the report. */
export type ConvertedDocx = Head & {
  blocks: DraftBlock[];
  /** The same blocks with the changes that can be suggestions. */
  suggested: Suggested;
  /** Paths of its pictures' data in the file. */
  pictures: string[];
  /** The tag that most of its words have; null if it says none. */
  language: string | null;
  /** The words of the text, a line for each paragraph, with the comments that are on them. */
  commented: CommentedRun[][];
  report: WordReport;
};

/** Maximum changes in a report; a file with more has to be cleaned in Word. */
const maxChanges = 20_000;
const maxComments = 5_000;
const maxItems = 5_000;

/**
 * An article of a Word file. Tracked changes are taken as accepted, and every one of them is in the
 * report, with the comments.
 * @throws {DocxRefusal} if there are more of them than a report can store
 */
export function convertDocx(file: WordFile, styles: WordStyles): ConvertedDocx {
  if (file.met.changes.length > maxChanges || file.comments.length > maxComments)
    throw new DocxRefusal('too_many_changes');
  const blocks = acceptChanges(file.blocks);
  const language = languageOf(blocks) ?? file.language;
  const conversion: Conversion = {
    targets: targetsOf(styles),
    language: language === null ? null : new Intl.Locale(language).language,
    notes: [],
    pictures: [],
    broughtIn: { tables: 0, pictures: 0, footnotes: 0, endnotes: 0 },
  };
  const converted = withCaptions(convertBlocks(conversion, blocks), conversion.targets);
  const { head, rest } = arrangeHead(conversion, converted);
  for (const words of file.marginal) conversion.notes.push({ code: 'header', at: null, words });
  for (const { fate, href } of file.met.links)
    if (fate === 'empty')
      conversion.notes.push({ code: 'link_empty', at: null, words: href ?? '' });
  const { kept, blockOf } = numbered(rest, blocks);
  const { changes, comments, commented, numberOf } = traceChanges(blocks, file.comments, blockOf);
  const counts = countsOf(file, conversion, kept);
  const suggested = suggestChanges({
    ...{ conversion, blocks, inFile: file.blocks, drafts: kept, blockOf, numberOf },
    convert: (some) => draftsOf(withoutReport(conversion), some, head),
    convertPart: (some) => numbered(convertBlocks(withoutReport(conversion), some), []).kept,
  });
  return {
    ...head,
    blocks: kept,
    suggested,
    pictures: conversion.pictures,
    language,
    commented: comments.length > 0 ? commented : [],
    report: {
      counts,
      styles: stylesOf(blocks, conversion),
      items: itemsOf(conversion.notes, blockOf),
      changes,
      comments,
      threads: 0,
      properties: file.properties,
    },
  };
}

/** Converts blocks; null unless they have the same headline and standfirst. */
function draftsOf(
  conversion: Conversion,
  blocks: readonly WordBlock[],
  head: Head,
): DraftBlock[] | null {
  const converted = withCaptions(convertBlocks(conversion, blocks), conversion.targets);
  const own = arrangeHead(conversion, converted);
  if (stableJson(own.head) !== stableJson(head)) return null;
  return numbered(own.rest, []).kept;
}

/** Blocks in their one form, and the number of the one that each paragraph came into. */
function numbered(converted: readonly Converted[], blocks: readonly WordBlock[]) {
  const kept: DraftBlock[] = [];
  const numbers = new Map<WordParagraph, number>();
  for (const { block, from } of converted) {
    const own = block.type === 'picture' ? [block] : kindOfBlock(block).normalise(block);
    kept.push(...own);
    for (const paragraph of from)
      if (kept.length > 0 && !numbers.has(paragraph)) numbers.set(paragraph, kept.length);
  }
  // Content that is in no block follows the block before it.
  let last: number | null = null;
  for (const block of blocks)
    for (const paragraph of paragraphsIn(block)) {
      last = numbers.get(paragraph) ?? last;
      if (last !== null) numbers.set(paragraph, last);
    }
  return { kept, blockOf: (paragraph: WordParagraph) => numbers.get(paragraph) ?? null };
}

/** The tag that most letters have; null if none has one. */
function languageOf(blocks: readonly WordBlock[]): string | null {
  const letters = new Map<string, number>();
  let unsaid = 0;
  for (const { inlines } of blocks.flatMap(paragraphsIn))
    for (const inline of inlines) {
      if (inline.type !== 'text' || isGone(inline.changes)) continue;
      const { lang } = inline.format;
      if (lang == null) unsaid += inline.text.length;
      else letters.set(lang, (letters.get(lang) ?? 0) + inline.text.length);
    }
  const [most] = [...letters].toSorted(([, a], [, b]) => b - a);
  return most !== undefined && most[1] > unsaid ? most[0] : null;
}

function countsOf(
  { met, notes, comments }: WordFile,
  { broughtIn }: Conversion,
  kept: readonly DraftBlock[],
): WordReport['counts'] {
  const ofType = (...types: DraftBlock['type'][]) =>
    kept.filter(({ type }) => types.includes(type)).length;
  const same = (part: WordReport['counts'][number]['part'], count: number) => ({
    part,
    found: count,
    broughtIn: count,
  });
  return [
    same('paragraphs', ofType('paragraph')),
    same('headings', ofType('heading')),
    same('lists', ofType('bulletList', 'orderedList')),
    same('quotes', ofType('blockQuote', 'pullQuote')),
    { part: 'tables', found: met.tables, broughtIn: broughtIn.tables },
    { part: 'pictures', found: met.pictures.length, broughtIn: broughtIn.pictures },
    {
      part: 'links',
      found: met.links.length,
      broughtIn: met.links.filter(({ fate }) => fate === 'kept').length,
    },
    { part: 'footnotes', found: notes.footnotes, broughtIn: broughtIn.footnotes },
    { part: 'endnotes', found: notes.endnotes, broughtIn: broughtIn.endnotes },
    same('comments', comments.length),
    same('changes', met.changes.length),
  ];
}

function stylesOf(blocks: readonly WordBlock[], { targets }: Conversion): WordReport['styles'] {
  const counts = new Map<string, WordReport['styles'][number]>();
  for (const paragraph of blocks.flatMap(paragraphsIn)) {
    if (!paragraph.inlines.some(({ type }) => type === 'text')) continue;
    const style = (paragraph.style?.name ?? 'Normal').slice(0, 200);
    const becomes = roleOf(paragraph, targets);
    const key = JSON.stringify([style, becomes]);
    const { count = 0 } = counts.get(key) ?? {};
    counts.set(key, { style, becomes, count: count + 1 });
  }
  return [...counts.values()];
}

/** Notes that are reported once for a block, however often they apply to it. */
const together: ReadonlySet<Note['code']> = new Set([
  'formatting',
  'language',
  'citation',
  'contents',
  'superscript',
  'list_in_cell',
  'header',
]);

function itemsOf(
  notes: readonly Note[],
  blockOf: (paragraph: WordParagraph) => number | null,
): WordItem[] {
  const items: WordItem[] = [];
  const joined = new Map<string, WordItem>();
  for (const { code, at, words } of notes) {
    const block = at === null ? null : blockOf(at);
    const item = { code, block, words: excerpt(words), count: 1 };
    const key = `${code} ${code === 'contents' ? '' : block}`;
    const known = together.has(code) ? joined.get(key) : undefined;
    if (known !== undefined) {
      known.count += 1;
      known.words = excerpt(`${known.words} … ${words}`);
      continue;
    }
    joined.set(key, item);
    if (items.length < maxItems) items.push(item);
  }
  return items.toSorted((a, b) => (a.block ?? 0) - (b.block ?? 0));
}

const excerpt = (words: string): string => {
  const whole = words.toWellFormed();
  return whole.length <= 300 ? whole : `${whole.slice(0, 299).toWellFormed()}…`;
};
