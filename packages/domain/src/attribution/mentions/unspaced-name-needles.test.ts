import { describe, expect, test } from 'vitest';
import { foundIn } from '../../testing/found-in.ts';

describe('names in scripts without spaces between words', () => {
  test.each([
    // Three characters of Chinese or Korean are certain, two may be a word; one is not looked for.
    ['王小明', '据王小明说', 'certain'],
    ['王明', '据王明说', 'possible'],
    ['王', '据王说', 'nothing'],
    ['김민서', '김민서는', 'certain'],
    ['김민', '김민은', 'possible'],
    ['김민'.normalize('NFD'), '김민은', 'possible'],
    // Of Thai and kana five letters are certain and three possible; marks do not count.
    ['สมชาย', 'คุณสมชายกล่าว', 'certain'],
    ['สมชา', 'คุณสมชากล่าว', 'possible'],
    ['สมช', 'คุณสมชกล่าว', 'possible'],
    ['สม', 'คุณสมกล่าว', 'nothing'],
    ['สุม', 'คุณสุมกล่าว', 'nothing'],
    ['イリヤマレ', '会議でイリヤマレは', 'certain'],
    ['イリヤマ', '会議でイリヤマは', 'possible'],
    // In both orders, with and without particles and separators in between.
    ['王 明', '据王明说', 'possible'],
    ['王 明', '据明王说', 'possible'],
    ['王 小 明', '据王小明说', 'certain'],
    ['王 小 明', '据小明王说', 'certain'],
    ['王 小 明', '据王明说', 'possible'],
    ['王 小 明', '据王小说', 'nothing'],
    ['王 小 大 明', '据王明说', 'possible'],
    ['王 小 大 明', '据王大说', 'nothing'],
    // A part set off by a space is searched for alone, if it is long enough.
    ['山田 太郎', '山田さん', 'possible'],
    ['王 小明', '据小明说', 'possible'],
    ['王 小明', '据王说', 'nothing'],
    // Without one, the first two characters of four or more.
    ['山田太郎', '山田さん', 'possible'],
    ['山田さくら', '山田さん', 'possible'],
    ['山田太郎', '太郎さん', 'nothing'],
    ['山田太', '山田さん', 'nothing'],
    ['山ノ太郎', '山ノさん', 'nothing'],
    ['イリヤマレク', 'イリさん', 'nothing'],
    ['김민서우', '김민은', 'nothing'],
  ])('given %s then %j is %s', (name, text, certainty) => {
    expect(foundIn(text, name)).toBe(certainty);
  });
});
