import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { ProblemError } from '../../problem.ts';
import type { ExportPart } from './export-parts.ts';
import { exportLimits, type ReadExport, readExport } from './read-export.ts';
import { buildExport, buildItem, exportHead, exportTail } from './testing/build-export.ts';

async function* inChunks(bytes: Uint8Array, sizes: readonly number[] = []) {
  let at = 0;
  for (const size of sizes) {
    if (at >= bytes.length) return;
    yield bytes.subarray(at, at + size);
    at += size;
  }
  if (at < bytes.length) yield bytes.subarray(at);
}

async function read(
  given: string | Uint8Array,
  options: ReadExport & { sizes?: readonly number[] } = {},
): Promise<ExportPart[]> {
  const bytes = typeof given === 'string' ? Buffer.from(given) : given;
  const parts: ExportPart[] = [];
  for await (const part of readExport(inChunks(bytes, options.sizes), options)) parts.push(part);
  return parts;
}

const itemsOf = (parts: ExportPart[]) =>
  parts.flatMap((part) => (part.kind === 'item' ? [part.item] : []));

/** The reason why a file is refused. */
async function refusal(given: string | Uint8Array, options: ReadExport = {}) {
  try {
    await read(given, options);
  } catch (error) {
    if (error instanceof ProblemError) return error.reasons[0];
    throw error;
  }
  throw new Error('it was read');
}

const one = buildExport([
  {
    id: 7,
    title: 'Ports & “dues”',
    content: 'A text with ]]> in it, and an ümlaut: 港.',
    terms: [
      ['category', 'harbours', 'Harbours'],
      ['post_tag', 'dues', 'Dues'],
    ],
    fields: { _thumbnail_id: '9', _edit_lock: '1:1' },
    comments:
      '<wp:comment><wp:comment_author>Otto</wp:comment_author><wp:comment_author_email>otto@private.example</wp:comment_author_email><wp:comment_author_IP>192.0.2.7</wp:comment_author_IP><wp:comment_content>Hear, hear</wp:comment_content><wp:commentmeta><wp:meta_key>k</wp:meta_key><wp:meta_value>v</wp:meta_value></wp:commentmeta></wp:comment>',
  },
]);

describe('what an export has', () => {
  test('the site, its authors and terms, then its items', async () => {
    const parts = await read(one);
    expect(parts.map(({ kind }) => kind)).toEqual(['author', 'term', 'term', 'site', 'item']);
    expect(parts[0]).toEqual({
      kind: 'author',
      author: { login: 'mira', name: 'Mira Solberg' },
    });
    expect(parts[3]).toEqual({
      kind: 'site',
      site: { title: 'The Quay Review', address: 'https://old.example.org', language: 'en-GB' },
    });
    expect(itemsOf(parts)[0]).toMatchObject({
      ...{ id: '7', title: 'Ports & “dues”', content: 'A text with ]]> in it, and an ümlaut: 港.' },
      ...{ type: 'post', status: 'publish', slug: 'item-7', creator: 'mira', comments: 1 },
      terms: [
        { taxonomy: 'category', slug: 'harbours', name: 'Harbours' },
        { taxonomy: 'post_tag', slug: 'dues', name: 'Dues' },
      ],
      fields: [{ name: '_thumbnail_id', value: '9' }],
      ...{ otherFields: ['_edit_lock'], isCut: false, hasPassword: false },
    });
  });

  test('no mailbox of an author, and nothing of who commented', async () => {
    const all = JSON.stringify(await read(one));
    for (const word of ['mira@', 'Otto', 'otto@', '192.0.2.7', 'Hear'])
      expect(all).not.toContain(word);
  });

  test('is the same however the bytes arrive', async () => {
    const whole = await read(one);
    const bytes = Buffer.from(one);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: 97 }), { minLength: 1, maxLength: 400 }),
        async (sizes) => {
          expect(await read(bytes, { sizes })).toEqual(whole);
        },
      ),
      { numRuns: 60 },
    );
  });

  test.each([
    ['utf-16le', '\ufeff', 'UTF-16'],
    ['utf-16be', '\ufeff', 'UTF-16'],
    ['windows-1252', '', 'windows-1252'],
    ['koi8-r', '', 'koi8-r'],
  ])('in %s is read as declared', async (encoding, mark, declared) => {
    const words = encoding === 'koi8-r' ? 'Порт' : 'Hafengebühr';
    const text = mark + buildExport([{ id: 1, title: words }]).replace('UTF-8', declared);
    const [item] = itemsOf(await read(iconv.encode(text, encoding, { addBOM: false })));
    expect(item?.title).toBe(words);
  });

  test('with characters that XML cannot have is read without them', async () => {
    const found: [number, number][] = [];
    const parts = await read(buildExport([{ id: 1, content: 'a\u0008b\u001fc' }]), {
      onForbidden: (line, count) => found.push([line, count]),
    });
    expect(itemsOf(parts)[0]?.content).toBe('abc');
    expect(found).toEqual([[1, 2]]);
  });

  test('an item whose text is too long is cut, and the next is whole', async () => {
    const limits = { ...exportLimits, field: 1000 };
    const items = itemsOf(
      await read(
        buildExport([
          { id: 1, content: 'x'.repeat(5000) },
          { id: 2, content: 'y' },
        ]),
        {
          limits,
        },
      ),
    );
    expect(items.map(({ id, isCut, content }) => [id, isCut, content.length])).toEqual([
      ['1', true, 1000],
      ['2', false, 1],
    ]);
  });
});

describe('what is refused, with its line', () => {
  test('a declaration of entities, before any is expanded', async () => {
    const laughs = `<?xml version="1.0"?>\n<!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>\n<rss><channel><title>&b;</title></channel></rss>`;
    expect(await refusal(laughs)).toMatchObject({
      code: 'export_declares_entities',
      message: expect.stringContaining('Line 2'),
    });
    const outside = `<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><channel><title>&x;</title></channel></rss>`;
    expect((await refusal(outside))?.code).toBe('export_declares_entities');
  });

  test('an entity that nobody declared', async () => {
    const text = one.replace('<wp:post_id>7', '<wp:post_id>&xxe;7');
    expect((await refusal(text))?.code).toBe('export_not_xml');
  });

  test('a file that ends too early, wherever', async () => {
    const end = one.indexOf('</rss>');
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 250, max: end }), async (length) => {
        const { code } = (await refusal(one.slice(0, length))) ?? {};
        expect(code).toBe('export_truncated');
      }),
      { numRuns: 60 },
    );
  });

  test('a file in another encoding than it says', async () => {
    const bytes = iconv.encode(buildExport([{ id: 1, title: 'Hafengebühr' }]), 'windows-1252');
    expect(await refusal(bytes)).toMatchObject({
      code: 'export_encoding_wrong',
      message: expect.stringContaining('--encoding windows-1252'),
    });
    const [item] = itemsOf(await read(bytes, { encoding: 'windows-1252' }));
    expect(item?.title).toBe('Hafengebühr');
  });

  test.each([
    ['export_encoding_unknown', one.replace('UTF-8', 'klingon')],
    ['export_not_xml', 'PK\u0003\u0004 a zip'],
    ['export_not_xml', one.replace('</title>', '</titel>')],
    ['export_not_wordpress', '<html><body>no</body></html>'],
    ['export_not_wordpress', '<rss><channel><title>A feed</title></channel></rss>'],
    ['export_not_wordpress', '<rss><channel><item><title>A feed</title></item></channel></rss>'],
    ['export_truncated', ''],
    ['export_too_deep', one.replace('<wp:post_id>', `${'<a>'.repeat(50)}`)],
  ])('%s', async (code, text) => {
    expect((await refusal(text))?.code).toBe(code);
  });

  test('one part that is larger than memory should hold', async () => {
    const limits = { ...exportLimits, part: 200_000 };
    const endless = `${exportHead}<item><content:encoded><![CDATA[${'x'.repeat(900_000)}`;
    expect((await refusal(endless, { limits }))?.code).toBe('export_part_too_large');
    const wide = `${exportHead}<item ${Array.from({ length: 60_000 }, (_, at) => `a${at}="b" `).join('')}`;
    expect((await refusal(wide, { limits }))?.code).toBe('export_part_too_large');
  });

  test('more items, authors or terms than a journal has', async () => {
    const items = `${exportHead}${[1, 2, 3].map((id) => buildItem({ id })).join('')}${exportTail}`;
    const limits = { ...exportLimits, items: 2 };
    expect((await refusal(items, { limits }))?.code).toBe('export_too_many');
  });
});
