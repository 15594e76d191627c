import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { decodePage, MAX_PAGE_BYTES } from './decode-page.ts';

const words =
  'Das Schiff fährt über den Fluß – “sehr langsam”, sagte der Kapitän. Niemand zählte die Kähne.';
const bytesOf = (text: string, encoding: string, options: { addBOM?: boolean } = {}) =>
  iconv.encode(text, encoding, options);
const codes = (bytes: Uint8Array, encoding?: string) => {
  const page = decodePage(bytes, { encoding: encoding ?? null });
  return page.ok ? [] : page.reasons.map(({ code }) => code);
};

describe('decoding a saved page', () => {
  test.each([
    ['UTF-8 without a mark', bytesOf(words, 'utf-8'), 'utf-8'],
    ['UTF-8 with a mark', bytesOf(words, 'utf-8', { addBOM: true }), 'utf-8'],
    ['UTF-16 little-endian with a mark', bytesOf(words, 'utf-16le', { addBOM: true }), 'utf-16le'],
    ['UTF-16 big-endian with a mark', bytesOf(words, 'utf-16be', { addBOM: true }), 'utf-16be'],
    ['UTF-16 little-endian without a mark', bytesOf(words, 'utf-16le'), 'utf-16le'],
    ['windows-1252, told by its bytes', bytesOf(words, 'windows-1252'), 'windows-1252'],
  ])('reads %s', (_, bytes, encoding) => {
    expect(decodePage(bytes)).toEqual({ ok: true, text: words, encoding, format: 'text' });
  });

  test('reads HTML in the encoding it declares, Latin-1 as browsers do', () => {
    const html = `<html><head><meta http-equiv="Content-Type" content="text/html; charset=ISO-8859-1"></head><body><p>Caf\u00e9 \u2013 \u201cclosed\u201d</body>`;
    expect(decodePage(bytesOf(html, 'windows-1252'))).toMatchObject({
      ok: true,
      text: html,
      encoding: 'windows-1252',
      format: 'html',
    });
    const cyrillic = '<html><head><meta charset="koi8-r"></head><body><p>Река течёт на юг';
    expect(decodePage(bytesOf(cyrillic, 'koi8-r'))).toMatchObject({ ok: true, text: cyrillic });
  });

  test('believes bytes that are UTF-8 more than a declaration that is out of date', () => {
    const html =
      '<html><head><meta charset="iso-8859-1"></head><body><p>naïve café</p></body></html>';
    expect(decodePage(Buffer.from(html))).toMatchObject({ text: html, encoding: 'utf-8' });
  });

  test('an encoding that is given wins', () => {
    const bytes = bytesOf('Żółw idzie', 'iso-8859-2');
    expect(decodePage(bytes, { encoding: 'ISO-8859-2' })).toMatchObject({ text: 'Żółw idzie' });
  });

  test('refuses what is empty, too large, binary or in an unknown encoding, each by name', () => {
    expect(codes(new Uint8Array())).toEqual(['page_empty']);
    expect(codes(Buffer.from(' \n\u00a0\n'))).toEqual(['page_empty']);
    expect(codes(new Uint8Array(MAX_PAGE_BYTES + 1).fill(65))).toEqual(['page_too_large']);
    expect(codes(Buffer.from('%PDF-1.7\n%…'))).toEqual(['page_binary']);
    expect(codes(Uint8Array.from({ length: 4000 }, (_, index) => (index * 7919) % 251))).toEqual([
      'page_binary',
    ]);
    expect(codes(Buffer.from('words'), 'utf-99')).toEqual(['encoding_unknown']);
    const made = Buffer.concat([
      Buffer.from('<html><head><meta charset="x-made-up"></head><body>caf'),
      Buffer.from([0xe9, 0x20]),
    ]);
    expect(codes(made)).toEqual(['encoding_unknown']);
  });
});
