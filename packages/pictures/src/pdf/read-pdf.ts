import type { UnreadCause } from '@viewpoints/domain/media/unread-cause';
import { getDocumentProxy } from 'unpdf';

/** Letters that no font explains: private use, replacement and control characters. */
const garbled = /[\p{Co}\uFFFD]|(?!\s)\p{Cc}/gu;

/** The words of a PDF, page by page, with what of it cannot be read. */
export async function readPdf(bytes: Uint8Array): Promise<{ text: string; unread: UnreadCause[] }> {
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
    if (!/[\p{L}\p{N}]/u.test(words.replace(garbled, ''))) unread.add('scanned');
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
