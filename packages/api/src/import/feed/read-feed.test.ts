import { describe, expect, test } from 'vitest';
import { ProblemError } from '../../problem.ts';
import { buildExport } from '../wordpress/testing/build-export.ts';
import type { FeedEntry, FeedPart } from './feed-parts.ts';
import { feedLimits, readFeed } from './read-feed.ts';
import { buildAtom, buildRss } from './testing/build-feed.ts';

type Options = Parameters<typeof readFeed>[1];

async function read(
  given: string | Uint8Array,
  { size = given.length, ...options }: Options & { size?: number } = {},
) {
  const bytes = Buffer.from(given as string);
  const chunks = async function* () {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  };
  const parts: FeedPart[] = [];
  for await (const part of readFeed(chunks(), options)) parts.push(part);
  return parts;
}
const entriesOf = (parts: FeedPart[]): FeedEntry[] =>
  parts.flatMap((part) => (part.kind === 'entry' ? [part.entry] : []));

async function refusal(text: string | Uint8Array, options: Options = {}) {
  try {
    await read(text, options);
  } catch (error) {
    if (error instanceof ProblemError) return error.reasons[0]?.code;
    throw error;
  }
  return null;
}

const rss = buildRss(['<title>A ümlaut 港</title><guid>1</guid><description>x</description>']);
const atom = buildAtom([
  '<id>1</id><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p class="a&quot;b">x &amp; y</p></div></content>',
]);

describe('a feed', () => {
  test.each([
    ['RSS', rss],
    ['Atom', atom],
  ])('is the same however its bytes arrive: %s', async (_, text) => {
    const whole = await read(text);
    expect(entriesOf(whole)).toHaveLength(1);
    for (const size of [1, 2, 7]) expect(await read(text, { size })).toEqual(whole);
  });

  test('keeps what is in its own elements as markup, escaped', async () => {
    expect(entriesOf(await read(atom))[0]?.content).toEqual({
      text: '<div><p class="a&quot;b">x &amp; y</p></div>',
      isMarkup: true,
    });
  });

  test('is known by its namespaces, whatever it calls them', async () => {
    const renamed = atom
      .replaceAll(/<(\/?)(feed|title|link|id|updated|entry|content)\b/g, '<$1a:$2')
      .replace('xmlns=', 'xmlns:a=');
    expect(entriesOf(await read(renamed))).toMatchObject([{ id: '1' }]);
  });

  test('is read where it forgot to declare a prefix', async () => {
    const text = rss
      .replace(' xmlns:dc="http://purl.org/dc/elements/1.1/"', '')
      .replace('</guid>', '</guid><dc:creator>Mira</dc:creator><x:y>z</x:y>');
    expect(entriesOf(await read(text))[0]?.authors).toEqual(['Mira']);
  });

  test('loses characters that no XML may have, and says where', async () => {
    const places: number[] = [];
    const text = rss.replace('ümlaut', 'um\u0003laut');
    const parts = await read(text, { onForbidden: (line) => places.push(line) });
    expect(entriesOf(parts)[0]?.title.text).toBe('A umlaut 港');
    expect(places).toHaveLength(1);
  });
});

describe('what is no feed, or means harm', () => {
  const doctype = '<!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/passwd">]>';
  const nested = (depth: number) =>
    buildAtom([
      `<id>1</id><content type="xhtml">${'<b>'.repeat(depth)}${'</b>'.repeat(depth)}</content>`,
    ]);
  test.each([
    ['another XML', '<html><body/></html>', 'export_not_feed'],
    ['no XML', 'PK a zip', 'export_not_xml'],
    ['wrong tags', rss.replace('</guid>', '</uid>'), 'export_not_xml'],
    ['half of one', rss.slice(0, -20), 'export_truncated'],
    ['one with declarations', rss.replace('<rss', `${doctype}<rss`), 'export_declares_entities'],
    ['an entity of nobody', rss.replace('ümlaut', '&a;'), 'export_not_xml'],
    ['one that is very deep', nested(400), 'export_too_deep'],
    ['an export of WordPress', buildExport([{ id: 1, content: 'x' }]), 'export_is_wordpress'],
    [
      'one under another version of it',
      buildExport([{ id: 1, content: 'x' }]).replaceAll(
        'wordpress.org/export/1.',
        'wordpress.org/export/9.',
      ),
      'export_is_wordpress',
    ],
  ])('%s is refused', async (_, text, code) => {
    expect(await refusal(text)).toBe(code);
  });

  test('bytes of another encoding are refused, and read once the right one is named', async () => {
    const bytes = Buffer.from(rss.replace(' 港', ''), 'latin1');
    expect(await refusal(bytes)).toBe('export_encoding_wrong');
    const [entry] = entriesOf(await read(bytes, { encoding: 'iso-8859-1' }));
    expect(entry?.title.text).toBe('A ümlaut');
  });

  test('too many entries, and parts that are too large, are refused', async () => {
    const many = buildRss(['<guid>1</guid>', '<guid>2</guid>']);
    expect(await refusal(many, { limits: { ...feedLimits, entries: 1 } })).toBe('export_too_many');
    const large = rss.replace('ümlaut', 'x'.repeat(200_000));
    expect(await refusal(large, { limits: { ...feedLimits, part: 100_000 } })).toBe(
      'export_part_too_large',
    );
  });

  test('a text that is too long is cut and says so, and lists are bounded', async () => {
    const limits = { ...feedLimits, field: 10, perEntry: 3 };
    const categories = '<category>c</category>'.repeat(9);
    const [entry] = entriesOf(
      await read(buildRss([`<guid>1</guid><description>12345678901</description>${categories}`]), {
        limits,
      }),
    );
    expect(entry).toMatchObject({ summary: { text: '1234567890' }, isCut: true });
    expect(entry?.terms).toHaveLength(3);
  });
});
