import { describe, expect, test } from 'vitest';
import { createFactorCipher } from './factor-cipher.ts';
import { newTotpSecret, periodAt, periodOfCode, totpCode, totpUri } from './totp.ts';

/** "12345678901234567890", the secret of RFC 6238's appendix B. */
const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

describe('a code of an app', () => {
  // The last six digits of the eight that the RFC gives.
  test.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_111_111_111, '050471'],
    [1_234_567_890, '005924'],
    [2_000_000_000, '279037'],
    [20_000_000_000, '353130'],
  ])('at %d seconds is %s, as in RFC 6238', (seconds, code) => {
    expect(totpCode(secret, periodAt(new Date(seconds * 1000)))).toBe(code);
  });

  test.each([
    [-60, null],
    [-30, 37_037_036],
    [0, 37_037_036],
    [30, 37_037_036],
    [60, null],
  ])('counts in its period and the ones beside it: %d seconds on, %s', (seconds, found) => {
    const at = new Date((1_111_111_109 + seconds) * 1000);
    expect(periodOfCode(secret, '081804', at)).toBe(found);
  });

  test.each(['', '08180', '0818044', '08180x', '081 804'])('is not "%s"', (code) => {
    expect(periodOfCode(secret, code, new Date(1_111_111_109_000))).toBeNull();
  });

  test('is made from 160 random bits, which an app reads from an address', () => {
    const [one, other] = [newTotpSecret(), newTotpSecret()];
    expect(one).toMatch(/^[A-Z2-7]{32}$/);
    expect(one).not.toBe(other);
    expect(totpUri(one, { issuer: 'The Delta: a journal', email: 'ines+a@journal.example' })).toBe(
      `otpauth://totp/The%20Delta%3A%20a%20journal:ines%2Ba%40journal.example?secret=${one}&issuer=The%20Delta%3A%20a%20journal`,
    );
  });
});

describe('a secret in the database', () => {
  const cipher = createFactorCipher('a secret of this test, long enough for anything');
  const stored = cipher.encrypt('ines', secret);

  test('is encrypted, differently each time, for one account', () => {
    expect(stored).toMatch(/^v1\.[A-Za-z0-9_-]{60,200}$/);
    expect(Buffer.from(stored.slice(3), 'base64url').toString('latin1')).not.toContain(secret);
    expect(cipher.encrypt('ines', secret)).not.toBe(stored);
    expect(cipher.decrypt('ines', stored)).toBe(secret);
    expect(cipher.decrypt('oda', stored)).toBeNull();
  });

  test('is not read with another secret of the installation, nor where it was changed', () => {
    expect(createFactorCipher('another secret').decrypt('ines', stored)).toBeNull();
    const changed = `${stored.slice(0, -1)}${stored.endsWith('A') ? 'Q' : 'A'}`;
    expect(cipher.decrypt('ines', changed)).toBeNull();
    expect(cipher.decrypt('ines', 'v1.')).toBeNull();
  });
});
