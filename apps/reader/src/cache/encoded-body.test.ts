import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { EncodedBody } from './encoded-body.ts';

const TEXT = Buffer.from('<p>What the river states will accept.</p>'.repeat(400));

it('makes each form once, when it is requested', () => {
  const forms = new EncodedBody(TEXT, true);
  const made: number[] = [];
  forms.onMade = (bytes) => made.push(bytes);
  expect(forms.bytes).toBe(TEXT.length);
  const br = forms.in('br');
  expect(brotliDecompressSync(br)).toEqual(TEXT);
  expect(forms.in('br')).toBe(br);
  expect(made).toEqual([br.length]);
  const gzip = forms.in('gzip');
  expect(gunzipSync(gzip)).toEqual(TEXT);
  expect(forms.bytes).toBe(TEXT.length + br.length + gzip.length);
});

it('holds no more memory than it counts', () => {
  const forms = new EncodedBody(TEXT, true);
  for (const coding of ['br', 'gzip'] as const)
    expect(forms.in(coding).buffer.byteLength).toBe(forms.in(coding).length);
});

it('packs nothing that is packed already', () => {
  const forms = new EncodedBody(TEXT, false);
  expect([forms.in('br'), forms.in('gzip')]).toEqual([TEXT, TEXT]);
  expect(forms.bytes).toBe(TEXT.length);
});
