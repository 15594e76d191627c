import { inflateSync } from 'node:zlib';
import { PDFDocument } from '@cantoo/pdf-lib';
import { describe, expect, test } from 'vitest';
import { aPdf, markedObjects, pdfOf, signedObjects, updated } from '../testing/a-pdf.ts';
import { rewriteContent } from './content-stream.ts';
import { cleanPdf, type PdfJob } from './pdf-job.ts';

const clean = (bytes: Uint8Array, more: Partial<PdfJob> = {}) =>
  cleanPdf({ bytes, maxPages: 10, maxText: 10_000, ...more });

async function cleaned(bytes: Uint8Array) {
  const read = await clean(bytes);
  if (!read.ok) throw new Error(read.why);
  return read;
}

/** All bytes of a PDF, those of its compressed streams too. */
function everyByte(bytes: Uint8Array): string {
  const file = Buffer.from(bytes).toString('latin1');
  const streams = [...file.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)].map(
    ([, data = '']) => {
      const raw = Buffer.from(data, 'latin1');
      try {
        return inflateSync(raw).toString('latin1');
      } catch {
        return data;
      }
    },
  );
  return [file, ...streams].join('\n');
}

describe('a PDF', () => {
  const marker = 'Selk-of-the-Weir';
  const objects = markedObjects(marker, 'The river is low.');

  test('is rewritten without anything but its pages', async () => {
    const file = pdfOf(objects);
    expect(everyByte(file).split(marker).length).toBeGreaterThan(12);
    const { bytes, text, pages, width, height, unread } = await cleaned(file);
    expect(everyByte(bytes)).not.toContain(marker);
    expect(everyByte(bytes)).not.toMatch(/JavaScript|EmbeddedFile|Metadata|\/Info|Outlines|OCG/);
    expect(text).toContain('The river is low.');
    expect({ pages, width, height, unread }).toEqual({
      // A comment lay over it.
      ...{ pages: 1, width: 300, height: 200, unread: ['covered'] },
    });
    expect((await PDFDocument.load(bytes, { updateMetadata: false })).getAuthor()).toBeUndefined();
  });

  test('has no bytes of what an incremental update replaced', async () => {
    const old = markedObjects(marker, 'Selk asked for the sluices.');
    const now = markedObjects('Nobody', 'The river is low.');
    const file = updated(pdfOf(old), now);
    expect(everyByte(file)).toContain('Selk asked for the sluices.');
    const { bytes, text } = await cleaned(file);
    expect(text).toContain('The river is low.');
    expect(everyByte(bytes)).not.toContain('Selk');
  });

  test('keeps links to other sites, and their addresses are among its words', async () => {
    const { bytes, text } = await cleaned(pdfOf(objects));
    expect(everyByte(bytes)).toContain('https://weir.example/annex');
    expect(text).toContain('https://weir.example/annex');
  });

  test('is read page by page, with words that a line divides', async () => {
    const { text, pages } = await cleaned(await aPdf('Asked by Sel-\nkirk Moor', 'Second page'));
    expect(pages).toBe(2);
    expect(text).toContain('Selkirk');
    expect(text).toContain('Second page');
  });

  test('is the same again when it is rewritten twice', async () => {
    const once = await cleaned(pdfOf(objects));
    const twice = await cleaned(once.bytes);
    expect(twice.text).toBe(once.text);
  });

  test('without words on a page has to be looked at', async () => {
    const bare = { ...objects, 4: '<< /Length 3 >>\nstream\nq Q\nendstream' };
    expect((await cleaned(pdfOf(bare))).unread).toEqual(['covered', 'scanned']);
  });

  test('is read also where its words are outside the page', async () => {
    const content =
      'BT /F1 12 Tf 20 120 Td (The river) Tj ET BT /F1 12 Tf 20 -900 Td (Selk asked) Tj ET';
    const stream = `<< /Length ${content.length} >>\nstream\n${content}\nendstream`;
    const { bytes, text, width, height } = await cleaned(pdfOf({ ...objects, 4: stream }));
    expect(everyByte(bytes)).toContain('Selk asked');
    expect(text).toContain('Selk asked');
    expect({ width, height }).toEqual({ width: 300, height: 200 });
    expect((await PDFDocument.load(bytes)).getPage(0).getSize()).toEqual({
      width: 300,
      height: 200,
    });
  });

  describe('with pictures', () => {
    const picture = `<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray
      /BitsPerComponent 8 /Length 1 >>\nstream\nx\nendstream`;
    const words = (count: number) => 'The river is low. '.repeat(count);
    const text = (said: string, mode = 0) => `BT ${mode} Tr /F1 4 Tf 20 120 Td (${said}) Tj ET`;
    /** The page of 300 by 200 points with another content, and a picture as its drawing. */
    async function unreadWith(content: string, drawing = picture) {
      const stream = `<< /Length ${content.length} >>\nstream\n${content}\nendstream`;
      const page = { 4: stream, 10: objects[11] ?? '', 12: drawing };
      return (await cleaned(pdfOf({ ...objects, ...page }))).unread;
    }
    const drawn = (width: number, height: number, x = 0, y = 0) =>
      `q ${width} 0 0 ${height} ${x} ${y} cm /X1 Do Q`;

    test('is a scan in spite of a page number or a header, however the picture is cut', async () => {
      expect(await unreadWith(`${drawn(300, 200)} ${text('7')}`)).toEqual(['scanned']);
      expect(await unreadWith(`${drawn(300, 120)} ${text(words(2))}`)).toEqual(['scanned']);
      const strips = Array.from({ length: 100 }, (_, row) => drawn(300, 2, 0, row * 2));
      expect(await unreadWith(`${strips.join('\n')} ${text('7')}`)).toEqual(['scanned']);
      const upsideDown = 'q 300 0 0 -200 0 200 cm 1 0 0 1 0 0 cm /X1 Do Q';
      expect(await unreadWith(`${upsideDown} ${text('7')}`)).toEqual(['scanned']);
      const inline = 'q 300 0 0 200 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID x EI Q';
      expect(await unreadWith(`${inline} ${text('7')}`)).toEqual(['scanned']);
    });

    test('is a scan in spite of invisible recognised text', async () => {
      expect(await unreadWith(`${drawn(300, 200)} ${text(words(60), 3)}`)).toEqual(['scanned']);
    });

    test('within a form is a scan too', async () => {
      const form = `<< /Type /XObject /Subtype /Form /BBox [0 0 1 1] /Matrix [300 0 0 200 0 0]
        /Resources << /XObject << /Im 9 0 R >> >> /Length 6 >>\nstream\n/Im Do\nendstream`;
      const content = `/X1 Do ${text('7')}`;
      const stream = `<< /Length ${content.length} >>\nstream\n${content}\nendstream`;
      const page = { 1: '<< /Type /Catalog /Pages 2 0 R >>', 4: stream, 9: picture, 12: form };
      const { unread } = await cleaned(pdfOf({ ...objects, ...page, 10: objects[11] ?? '' }));
      expect(unread).toEqual(['scanned']);
    });

    test('and prose has to be looked at if a picture is large', async () => {
      expect(await unreadWith(`${drawn(300, 200)} ${text(words(60))}`)).toEqual(['pictured']);
      expect(await unreadWith(`${drawn(150, 100)} ${text(words(2))}`)).toEqual(['pictured']);
      expect(await unreadWith(`${drawn(60, 40)} ${text(words(2))}`)).toEqual([]);
    });
  });

  test('that is signed has to be checked', async () => {
    expect((await cleaned(pdfOf(signedObjects(objects)))).unread).toEqual(['signed', 'covered']);
  });

  test('with a drawing that leads to itself is rewritten all the same', async () => {
    const circle = `<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X1 12 0 R >> >>
      /Length 3 >>\nstream\nq Q\nendstream`;
    const { text } = await cleaned(pdfOf({ ...objects, 12: circle }));
    expect(text).toContain('The river is low.');
  });

  test('over which more than links lies, or of which parts are hidden, has to be looked at', async () => {
    const bar = '<< /Type /Annot /Subtype /Square /Rect [0 0 99 99] /IC [0 0 0] >>';
    const unreadWith = async (changed: Record<number, string>) =>
      (await cleaned(pdfOf({ ...objects, 10: objects[11] ?? '', ...changed }))).unread;
    expect(await unreadWith({})).toEqual([]);
    expect(await unreadWith({ 10: bar })).toEqual(['covered']);
    const layers = '/OCProperties << /OCGs [] /D << /OFF [] >> >>';
    expect(await unreadWith({ 1: `<< /Type /Catalog /Pages 2 0 R ${layers} >>` })).toEqual([
      'layered',
    ]);
  });

  test('that is encrypted, broken, empty or too long is refused, with the reason', async () => {
    const locked = await PDFDocument.load(await aPdf('Low'));
    locked.encrypt({ userPassword: 'a', ownerPassword: 'b' });
    const encrypted = await locked.save({ useObjectStreams: false });
    expect(await clean(encrypted)).toEqual({ ok: false, why: 'encrypted' });
    expect(await clean(Buffer.from('%PDF-1.7\nnothing'))).toMatchObject({ ok: false });
    const pages = await aPdf('One', 'Two', 'Three');
    expect(await clean(pages, { maxPages: 2 })).toEqual({
      ...{ ok: false, why: 'too_many_pages', pages: 3 },
    });
    expect(await clean(pages, { maxText: 5 })).toEqual({ ok: false, why: 'too_long' });
  });
});

describe('a content stream', () => {
  const rewritten = (content: string) =>
    Buffer.from(rewriteContent(Buffer.from(content, 'latin1')))
      .toString('latin1')
      .trim();

  test.each([
    ['a comment', '1 0 0 1 0 0 cm % by Selk\nq', '1 0 0 1 0 0 cm\nq'],
    ['a sign of a comment in a string', '(5 % (of) \\) it) Tj', '(5 % (of) \\) it) Tj'],
    ['other words', '/Span <</ActualText (a >> b)>> BDC EMC', '/Span BMC\nEMC'],
    ['named properties', '/OC /P1 BDC', '/OC BMC'],
    ['a point with properties', '/P <</Alt <41>>> DP', '/P MP'],
    ['an inline image', 'BI /W 1 /H 1 ID a%EI( EI Q', 'BI /W 1 /H 1 ID a%EI( EI\nQ'],
    ['an array', '[(a) -20 <62>] TJ', '[ (a) -20 <62> ] TJ'],
  ])('with %s is what is drawn', (_, content, expected) => {
    expect(rewritten(content)).toBe(expected);
  });

  test('that is cut off is refused', () => {
    for (const content of ['(a', '<41', '<< /A (', 'BI /W 1 ID a'])
      expect(() => rewriteContent(Buffer.from(content))).toThrow(RangeError);
  });
});
