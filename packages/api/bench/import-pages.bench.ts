import { documentText } from '@viewpoints/domain/document/document-text';
import { decodePage } from '../src/import/decode-page.ts';
import { pageDocument, recognisePage } from '../src/import/recognise-page.ts';
import { sameWords, scoreText } from './pages/score.ts';
import { type MarkedPage, markedPages, readabilityPages } from './pages/yardsticks.ts';

/**
 * Measures how well `import page` reads pages whose text, headline, date and authors are known. The
 * pages belong to others and are no part of the repository: IMPORT_MARKED_PAGES and
 * IMPORT_READABILITY_PAGES name directories of them (CONTRIBUTING.md), and what is not named is not
 * measured. `--pages` prints each page.
 */

type Found = {
  recall: number;
  precision: number;
  headline: boolean;
  date: boolean | null;
  name: boolean | null;
  questions: number;
};

/** What is imported of a page if every suggestion is followed. */
function find(page: MarkedPage): Found {
  const decoded = decodePage(page.bytes);
  if (!decoded.ok) throw new Error(`${page.key}: ${decoded.reasons[0]?.message}`);
  const found = recognisePage(decoded.text, decoded.format);
  const answers = new Map(found.doubtful.map(({ suggestion }, index) => [index, suggestion]));
  const { text } = documentText(pageDocument(found, answers));
  const date = found.dates.find(({ kind }) => kind !== 'rendered')?.day ?? null;
  const { headlineGuess, bylines, doubtful } = found;
  return {
    ...scoreText(text, page.text, page.optional),
    headline: page.headlines.some((each) => sameWords(each, headlineGuess ?? '')),
    date: page.dates && (page.dates.length === 0 ? date === null : page.dates.includes(date ?? '')),
    name:
      page.names === null || page.names.length === 0
        ? null
        : page.names.some((name) => bylines.some((byline) => sameWords(byline.name, name))),
    questions: doubtful.length,
  };
}

const mean = (values: number[]) =>
  values.reduce((sum, each) => sum + each, 0) / Math.max(1, values.length);
const share = (values: (boolean | null)[]) =>
  mean(values.filter((value) => value !== null).map(Number));

function report(of: string, pages: MarkedPage[], goals: boolean): void {
  const found = pages.map((page) => ({ key: page.key, ...find(page) }));
  if (process.argv.includes('--pages')) for (const each of found) console.log(each);
  const say = (name: string, value: number, target: number | null, unit = '') =>
    console.log(
      JSON.stringify({
        ...{ name: `import ${of}: ${name}`, value: Math.round(value * 1000) / 1000, unit },
        ...(goals && target !== null ? { target: `≥ ${target}`, met: value >= target } : {}),
      }),
    );
  say('pages', found.length, null);
  say('recall', mean(found.map(({ recall }) => recall)), 0.98);
  say('precision', mean(found.map(({ precision }) => precision)), 0.93);
  say('headline', share(found.map(({ headline }) => headline)), 0.95);
  say('date', share(found.map(({ date }) => date)), 0.95);
  if (found.some(({ name }) => name !== null))
    say('byline', share(found.map(({ name }) => name)), null);
  say('questions asked', mean(found.map(({ questions }) => questions)), null, 'a page');
}

const { IMPORT_MARKED_PAGES: marked, IMPORT_READABILITY_PAGES: readability } = process.env;
if (marked === undefined && readability === undefined)
  console.log('Skipped: neither IMPORT_MARKED_PAGES nor IMPORT_READABILITY_PAGES is set.');
if (marked !== undefined) {
  const pages = markedPages(marked);
  const half = (which: MarkedPage['half']) => pages.filter((page) => page.half === which);
  report('marked, looked at', half('shown'), false);
  report('marked, held out', half('held'), true);
}
if (readability !== undefined) report('readability', readabilityPages(readability), false);
