import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { documentText } from '@viewpoints/domain/document/document-text';
import { pageDocument, recognisePage } from '../../src/import/recognise-page.ts';

/** A page and what is right of it; dates as YYYY-MM-DD, and several where a page allows of them. */
export type MarkedPage = {
  key: string;
  bytes: Uint8Array;
  headlines: string[];
  text: string;
  optional: string;
  dates: string[] | null;
  names: string[] | null;
  half: 'shown' | 'held';
};

type Mark = Omit<MarkedPage, 'bytes' | 'text' | 'optional'> & {
  text: string[];
  optional: string[];
};

/** Pages marked by hand: `truth.json`, and each page as `{key}.html` next to it. */
export function markedPages(directory: string): MarkedPage[] {
  const marks: Mark[] = JSON.parse(readFileSync(join(directory, 'truth.json'), 'utf8'));
  return marks.map((mark) => ({
    ...mark,
    bytes: readFileSync(join(directory, `${mark.key}.html`)),
    text: mark.text.join('\n'),
    optional: mark.optional.join('\n'),
  }));
}

type Metadata = { title: string | null; byline: string | null; publishedTime: string | null };

/** The test pages of mozilla/readability, with that library's results as the expected ones. */
export function readabilityPages(directory: string): MarkedPage[] {
  return readdirSync(directory)
    .filter((name) => existsSync(join(directory, name, 'expected.html')))
    .map((key) => {
      const file = (name: string) => readFileSync(join(directory, key, name));
      const { title, publishedTime }: Metadata = JSON.parse(
        file('expected-metadata.json').toString(),
      );
      return {
        ...{ key, bytes: file('source.html'), half: 'held', optional: '', names: null },
        headlines: title === null ? [] : [title],
        text: wordsOf(file('expected.html').toString()),
        dates: publishedTime ? [publishedTime.slice(0, 10)] : null,
      };
    });
}

/** All words of a page that is nothing but an article, by the reader of pages itself. */
function wordsOf(html: string): string {
  const page = recognisePage(`<article>${html}</article>`, 'html');
  return [
    documentText(pageDocument(page)).text,
    ...page.leftOut.map(({ text }) => text),
    ...page.dates.map(({ text }) => text),
  ].join('\n');
}
