import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Slug } from '../values.ts';
import { headingSlug, slugOf, uniqueSlug } from './slug.ts';
import { toLatin } from './to-latin.ts';

describe('the slug of a title', () => {
  test.each([
    ['Water before borders', 'water-before-borders'],
    ['  “Who’s next?” – 2031 & after ', 'whos-next-2031-and-after'],
    ["L'État d’urgence", 'letat-durgence'],
    ['Straße und Größe', 'strasse-und-grosse'],
    ['Łódź', 'lodz'],
    ['Ærø', 'aero'],
    ['Iğdır, İstanbul', 'igdir-istanbul'],
    ['Þingvellir', 'thingvellir'],
    ['Đorđe Đoković', 'dorde-dokovic'],
    ['Œuvre', 'oeuvre'],
    ['Əliyev', 'eliyev'],
    ['un\u00ADprece\u00ADdented', 'unprecedented'],
    ['\uFB01ne print', 'fine-print'],
    ['EU 与中国的谈判', 'eu-yu-zhong-guo-de-tan-pan'],
    ['EU与中国', 'eu-yu-zhong-guo'],
    ['Ισχύς NATO', 'ishys-nato'],
    ['Вода раньше границ', 'voda-ranshe-granic'],
    ['می‌خواهد ۳', 'mykhwahd-3'],
    ['שלום עולם', 'shlvm-vlm'],
    ['水は国境より先に', 'shui-ha-guo-jing-yori-xian-ni'],
    ['ข้อตกลงหยุดยิง', 'khtklnghyudying'],
    ['한국 정부', 'hangug-jeongbu'],
    ['ქართული', 'kartuli'],
    ['talks ❤️', 'talks'],
    ['two 𓀀', ''],
    ['—', ''],
    ['', ''],
  ])('%j is %j', (title, slug) => {
    expect(slugOf(title, toLatin)).toBe(slug);
  });

  test('is a slug or nothing, cut at a word, whatever the title', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (title) => {
        const slug = slugOf(title, toLatin);
        if (slug !== '') expect(Slug.parse(slug).length).toBeLessThanOrEqual(80);
      }),
      { numRuns: 300 },
    );
    expect(slugOf('word '.repeat(30), toLatin)).toBe(Array(16).fill('word').join('-'));
  });
});

describe('the anchor of a heading', () => {
  test.each([
    ['Water before borders', 'water-before-borders'],
    ['  “Who’s next?” – 2031 & after ', 'whos-next-2031-and-after'],
    ['Smørrebrød, Œuvre, Straße, Łódź', 'smorrebrod-oeuvre-strasse-lodz'],
    ['İstanbul', 'istanbul'],
    ['آب پیش از مرز', 'fallback-1'],
    ['水は国境より先に', 'fallback-1'],
    ['Вода NATO', 'fallback-1'],
    // Anchors in published addresses, though a slug would differ.
    ['NATO и Вода EU', 'nato-eu'],
    ['Əliyev at the table', 'liyev-at-the-table'],
    ['un\u00ADprecedented', 'un-precedented'],
    ['—', 'fallback-1'],
    ['', 'fallback-1'],
  ])('given the title %j then %s', (title, expected) => {
    expect(headingSlug(title, 'fallback-1')).toBe(expected);
  });

  test('given any title then it is a slug, cut at a word', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (title) => {
        expect(Slug.safeParse(headingSlug(title, 'fallback-1')).success).toBe(true);
      }),
      { numRuns: 300 },
    );
    expect(headingSlug('word '.repeat(30), 'x')).toBe(Array(16).fill('word').join('-'));
  });

  test('given 80 characters then none are cut off, and of one more a word is', () => {
    const eighty = `${'word '.repeat(15)}fifth`;
    expect(headingSlug(eighty, 'x')).toHaveLength(80);
    expect(headingSlug(eighty, 'x')).toMatch(/-fifth$/);
    expect(headingSlug(`${eighty}s`, 'x')).toBe(Array(15).fill('word').join('-'));
  });

  test('given one is taken then the next number follows, however long it is', () => {
    const taken = new Set(['water', 'water-2', 'w'.repeat(100)]);
    expect(uniqueSlug('water', (slug) => taken.has(slug))).toBe('water-3');
    expect(Slug.parse(uniqueSlug('w'.repeat(100), (slug) => taken.has(slug)))).toMatch(/^w+-2$/);
  });
});
