import type { UnreadCause } from '@viewpoints/domain/media/unread-cause';
import { getDocumentProxy } from 'unpdf';
import type { PageMarks } from './measure-page.ts';

/** Letters that no font explains: private use, replacement and control characters. */
const garbled = /[\p{Co}\uFFFD]|(?!\s)\p{Cc}/gu;

/**
 * Pictures cover half of a page, and it has fewer visible letters than half a page of prose: a scan with
 * a page number or a header as text, or with invisible recognised text.
 */
const SCANNED = { pictured: 0.5, letters: 500 };
/** The share of a page from which on pictures may show words that matter. */
const PICTURED = 0.2;

/** The words of a PDF, page by page, with what of it cannot be read. */
export async function readPdf(
  bytes: Uint8Array,
  marks: readonly PageMarks[],
): Promise<{ text: string; unread: UnreadCause[] }> {
  const document = await getDocumentProxy(new Uint8Array(bytes), {
    ...{ isEvalSupported: false, useSystemFonts: false, disableFontFace: true, verbosity: 0 },
  });
  const texts: string[] = [];
  const unread = new Set<UnreadCause>();
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent({ disableNormalization: false });
    const words = items
      .map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : ''))
      .join('');
    const strange = words.match(garbled)?.length ?? 0;
    const letters = words.replace(garbled, '').match(/[\p{L}\p{N}]/gu)?.length ?? 0;
    const { pictured, hidden } = marks[number - 1] ?? { pictured: 1, hidden: 1 };
    const seen = letters * (1 - hidden);
    const isScan = pictured >= SCANNED.pictured && seen < SCANNED.letters;
    if (letters === 0 || isScan) unread.add('scanned');
    else if (pictured >= PICTURED) unread.add('pictured');
    if (strange > 0) unread.add('garbled');
    const links = (await page.getAnnotations()).flatMap(({ unsafeUrl }) => unsafeUrl ?? []);
    texts.push(words, ...wholeWords(words), ...links);
    page.cleanup();
  }
  await document.loadingTask.destroy();
  return { text: texts.join('\n'), unread: [...unread] };
}

/** Words that the end of a line divides, put together: a name is found in no half of itself. */
const wholeWords = (text: string): string[] =>
  [...text.matchAll(/(\p{L}+)[-\u00AD\u2010]\n\s*(\p{L}+)/gu)].map(
    ([, first, second]) => `${first}${second}`,
  );
