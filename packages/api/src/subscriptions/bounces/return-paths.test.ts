import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createSubscriberKeys } from '../subscriber-keys.ts';
import { createReturnPaths, returnPathPattern } from './return-paths.ts';

const secret = 's'.repeat(40);
const now = new Date('2031-05-14T09:00:00.000Z');
const days = (number: number) => new Date(now.getTime() + number * 24 * 60 * 60 * 1000);
const paths = createReturnPaths(secret, 'bounces@mail.example');
const tokenIn = (address: string) => [...address.matchAll(returnPathPattern)][0]?.[1] ?? '';
const tokenAt = (sentAt: Date, id: string = randomUUID()) => tokenIn(paths.addressFor(id, sentAt));

describe('a return path', () => {
  test('names a subscriber and a day, whatever the case it comes back in', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.boolean(), (id, loud) => {
        const address = paths.addressFor(id, now);
        const token = tokenIn(loud ? address.toUpperCase() : address);
        expect(paths.read(token, now)).toEqual({
          ...{ subscriberId: id, sentOn: new Date('2031-05-14T00:00:00.000Z') },
        });
      }),
    );
  });

  test('is an address that every mail server takes', () => {
    const longest = createReturnPaths(secret, `${'b'.repeat(15)}@mail.example`);
    const [local = '', domain] = longest.addressFor(randomUUID(), now).split('@');
    expect(local).toMatch(/^[a-z]+\+[a-z2-7]{48}$/);
    expect(local.length).toBeLessThanOrEqual(64);
    expect(domain).toBe('mail.example');
  });

  test('that was changed in one bit is forged', () => {
    const alphabet = 'abcdefghijklmnopqrstuvwxyz234567';
    const token = tokenAt(now);
    fc.assert(
      fc.property(fc.nat(47), fc.nat(4), (at, bit) => {
        const value = alphabet.indexOf(token[at] ?? '') ^ (1 << bit);
        const changed = token.slice(0, at) + alphabet[value] + token.slice(at + 1);
        expect(paths.read(changed, now)).toBe('forged');
      }),
    );
  });

  test('of another installation, and any other text, is forged', () => {
    const other = createReturnPaths('t'.repeat(40), 'bounces@mail.example');
    expect(paths.read(tokenIn(other.addressFor(randomUUID(), now)), now)).toBe('forged');
    const link = createSubscriberKeys(secret).tokenOf(randomUUID());
    expect(paths.read(link.slice(0, 48), now)).toBe('forged');
    fc.assert(fc.property(fc.string(), (text) => paths.read(text, now) === 'forged'));
  });

  test('works for fourteen days, and not before it was made', () => {
    const token = tokenAt(now);
    expect(paths.read(token, days(14))).toMatchObject({ sentOn: expect.any(Date) });
    expect(paths.read(token, days(16))).toBe('expired');
    expect(paths.read(token, days(-1))).toMatchObject({ sentOn: expect.any(Date) });
    expect(paths.read(token, days(-3))).toBe('expired');
  });

  test('is another for each subscriber, and the same for all messages of a day', () => {
    const id = randomUUID();
    expect(tokenAt(now, id)).toBe(tokenAt(new Date('2031-05-14T23:00:00.000Z'), id));
    expect(tokenAt(now, id)).not.toBe(tokenAt(days(1), id));
    expect(tokenAt(now, id)).not.toBe(tokenAt(now));
  });
});
