import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildBounce } from '../../testing/build-bounce.ts';
import { maxBounceBytes, readBounce } from './read-bounce.ts';
import { createReturnPaths, returnPathPattern } from './return-paths.ts';

const paths = createReturnPaths('s'.repeat(40), 'bounces@mail.example');
const to = paths.addressFor(randomUUID(), new Date());
const token = [...to.matchAll(returnPathPattern)][0]?.[1];
const report = buildBounce({ to });
const read = (message: string | Buffer, recipient: string | null = null) =>
  readBounce(Buffer.from(message), recipient);
const gone = { tokens: [token], kind: 'hard' };

/** A message of one part, encoded. */
const encoded = (body: string | Buffer, headers: string[]) =>
  Buffer.concat([Buffer.from(`${headers.join('\r\n')}\r\n\r\n`), Buffer.from(body)]);

describe('a message to a return path', () => {
  test('is a report of delivery, with lines that end either way', () => {
    expect(read(report)).toEqual(gone);
    expect(read(report.replaceAll('\r\n', '\n'))).toEqual(gone);
  });

  test('is one also where the return path is known from its envelope alone', () => {
    const elsewhere = buildBounce({ to: 'postmaster@mail.example' });
    expect(read(elsewhere)).toEqual({ tokens: [], kind: 'hard' });
    expect(read(elsewhere, to)).toEqual(gone);
  });

  test('may be forwarded as an attachment, also in base64', () => {
    const head = ['From: postmaster@mail.example', `To: ${to}`];
    const attached = [
      ...[...head, 'Content-Type: multipart/mixed; boundary=outer', '', '--outer'],
      ...['Content-Type: text/plain', '', 'See below.', '--outer'],
      ...['Content-Type: message/rfc822', '', report, '--outer--', ''],
    ].join('\r\n');
    expect(read(attached)).toEqual(gone);
    const base64 = Buffer.from(report).toString('base64').replaceAll(/.{76}/g, '$&\r\n');
    expect(
      read(encoded(base64, ['Content-Type: message/rfc822', 'Content-Transfer-Encoding: base64'])),
    ).toEqual(gone);
  });

  test('may be forwarded as text, quoted or not', () => {
    const fields = ['Reporting-MTA: dns; mx.example', '', 'Action: failed', 'Status: 5.1.1'];
    const text = ['Subject: Fwd: Undelivered', `To: ${to}`, '', 'See:', '', ...fields].join('\n');
    expect(read(text)).toEqual(gone);
    const quoted = [`To: ${to}`, '', ...fields.map((line) => `> > ${line}`)].join('\n');
    expect(read(quoted)).toEqual(gone);
  });

  test('is read in other encodings and character sets', () => {
    const text = `Action: failed\r\nStatus: 5.1.1\r\nDiagnostic-Code: smtp; 550 Kein Empfänger ${to}\r\n`;
    const plain = 'Content-Transfer-Encoding: quoted-printable';
    expect(
      read(encoded(text.replaceAll('=', '=3D').replace('Action', 'Act=\r\nion'), [plain])),
    ).toEqual(gone);
    for (const charset of ['utf-8', 'utf-16le', 'latin1', 'no-such-charset'] as const) {
      const bytes = Buffer.from(text, charset === 'utf-16le' ? 'utf16le' : 'utf8');
      expect(read(encoded(bytes, [`Content-Type: text/plain; charset="${charset}"`]))).toEqual(
        gone,
      );
    }
  });

  test('is no report where somebody answers, even if they quote one word of it', () => {
    const holiday = `To: ${to}\n\nI am away. Status: 5.1.1\n`;
    expect(read(holiday)).toEqual({ tokens: [token], kind: null });
    expect(read(`To: ${to}\nAction: failed\nStatus: 5.1.1\n\nHello.`).kind).toBe(null);
    expect(read('').kind).toBe(null);
  });

  test('that waits or arrived is harmless', () => {
    expect(read(buildBounce({ to, action: 'delayed', status: '4.4.1' })).kind).toBe('none');
    expect(read(buildBounce({ to, action: 'relayed', status: '2.0.0' })).kind).toBe('none');
  });

  test('is read to a bounded depth, number of parts and of return paths', () => {
    let nested = report;
    for (let depth = 0; depth < 200; depth += 1)
      nested = `Content-Type: multipart/mixed; boundary=b${depth}\n\n--b${depth}\n${nested}\n--b${depth}--`;
    expect(read(nested)).toEqual({ tokens: [], kind: null });
    const many = `Content-Type: multipart/mixed; boundary=b\n\n${'--b\n\nx\n'.repeat(50_000)}--b\n${report}`;
    expect(read(many).kind).toBe(null);
    const strangers = Array.from({ length: 500 }, () => paths.addressFor(randomUUID(), new Date()));
    const { tokens } = read(`To: none\n\n${strangers.join(' ')}`, to);
    expect(tokens).toHaveLength(20);
    expect(tokens[0]).toBe(token);
  });

  test('is read in bounded time, however long and crooked', () => {
    const size = maxBounceBytes;
    const hostile = [
      'a'.repeat(size),
      '\n'.repeat(size),
      '> '.repeat(size / 2),
      '=\n'.repeat(size / 2),
      `X: ${' \n'.repeat(size / 2)}`,
      `Content-Type: multipart/mixed; boundary=b\n\n${'--b\n'.repeat(size / 4)}`,
      `Content-Type: multipart/mixed; boundary=b\n\n${'--bb'.repeat(size / 4)}`,
      `Content-Type: x${'; a="'.repeat(size / 5)}`,
      `Content-Transfer-Encoding: quoted-printable\n\n${'= \t'.repeat(size / 3)}`,
      `${'+'.repeat(size / 2)}${'a'.repeat(size / 2)}`,
    ];
    for (const message of hostile) {
      const began = performance.now();
      read(message);
      expect([message.slice(0, 60), performance.now() - began < 3_000]).toEqual([
        message.slice(0, 60),
        true,
      ]);
    }
  });

  test('of any bytes is read without an error, and cut anywhere ends nobody by half a line', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2_000 }), (bytes) => {
        read(Buffer.from(bytes));
      }),
    );
    fc.assert(
      fc.property(fc.nat(report.length), (at) => {
        const { kind } = read(report.slice(0, at));
        expect(kind === null || kind === 'hard' || kind === 'none').toBe(true);
        // Before the status is there, nothing is known.
        if (at < report.indexOf('Status: 5.1.1')) expect(kind).toBe(null);
      }),
    );
  });
});
