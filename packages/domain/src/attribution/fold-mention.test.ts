import fc from 'fast-check';
import unhomoglyph from 'unhomoglyph';
import { describe, expect, test } from 'vitest';
import { foldMention, foldMentionWithOffsets } from './fold-mention.ts';

describe('folding', () => {
  test.each([
    ['case and punctuation', '“ILYA, Marek’s”', 'ilya marek s'],
    ['accents', 'Ílya Märęk Nguyễn', 'ilya marek nguyen'],
    ['marks on top of each other', 'I\u0301\u0338\u20DDlya', 'ilya'],
    ['soft hyphen, joiners, variation selectors', 'I\u00ADl\u200Dy\u2060a\uFE0F', 'ilya'],
    ['bidi controls and tags', '\u2066I\u200El\u{E0079}ya\u2069', 'ilya'],
    ['full width', 'Ｉｌｙａ', 'ilya'],
    ['letters of mathematics', '𝓘𝓵𝔂𝓪 𝕸𝖆𝖗𝖊𝖐', 'ilya marek'],
    ['letters in circles and squares', 'Ⓘ🅛🅨🄰', 'ilya'],
    ['letters without decomposition', 'ø Ł đ ð ħ ŧ ı ĸ ŋ', 'o l d d h t i k n'],
    ['dotted and dotless i', 'İ I ı i', 'i i i i'],
    ['ligatures and pairs', 'ﬁ Æsir Œuvre Straße ẞ', 'fi asir ouvre strase ss'],
    ['thorn', 'Þór þing', 'thor thing'],
    ['Cyrillic among Latin', 'Іӏуа Маrеk мarek', 'ilya marek marek'],
    ['Greek among Latin', 'Μarεκ Νina vοtε', 'marek nina vote'],
    ['Cyrillic and Greek alone', 'СОСНА κοκκ', 'cocha kokk'],
    ['Armenian and Cherokee', 'ոսա Ꭺꭺ', 'nuw aa'],
    ['Arabic and Persian keyboards', 'علي كاظمي علی کاظمی', 'علي كlظمي علي كlظمي'],
    ['tatweel and vowel signs', 'مـــحـــمَّد', 'محمد'],
    ['Hebrew points and last letters', 'כֹּהֵן כהנ', 'כהנ כהנ'],
    ['digits of other scripts', '٣ ۴ ५ ７ ²', '3 4 5 7 2'],
    ['apostrophes that are letters', 'OʼBrien Saʿd', 'o brien sa d'],
    ['half-width kana', 'ﾔﾏﾀﾞ', 'ヤマタ'],
    ['emoji between', 'Ilya🔥Marek', 'ilya marek'],
    ['nothing', ' \u200B—\n', ''],
  ])('given %s then %j is %j', (_, text, folded) => {
    expect(foldMention(text)).toBe(folded);
  });

  test.each([
    ['ø', 'Bjørn', 'Bjoern', 'Bjorn'],
    ['å', 'Håkonsen', 'Haakonsen', 'Hakonsen'],
    ['ä', 'Schäfer', 'Schaefer', 'Schafer'],
    ['ü', 'Müller', 'Mueller', 'Muller'],
    ['æ', 'Kjær Sæther', 'Kjaer Saether', 'Kjær Sather'],
    ['ß', 'Großmann', 'Grossmann', 'Grosmann'],
  ])('given the ways of writing %s then they are one', (_, ...spellings) => {
    expect(new Set(spellings.map((way) => foldMention(way))).size).toBe(1);
  });

  test('given a short word then two letters stay two: Doe is not do, nor Haas has', () => {
    expect(foldMention('Doe Poe Haas Ross')).toBe('doe poe haas ross');
  });

  test.each([
    ['once', 'Bj%C3%B8rn%20%C3%98rsted'],
    ['twice', 'Bj%25C3%25B8rn%2520%25C3%2598rsted'],
    ['five times', 'Bj%25252525C3%25252525B8rn Ørsted'],
    ['in Latin-1', 'Bj%F8rn+%D8rsted'],
    ['as named references', 'Bj&oslash;rn&nbsp;&Oslash;rsted'],
    ['as numbers', 'Bj&#248;rn&#x20;&#xD8;rsted'],
    ['as references of references', 'Bj&amp;amp;oslash;rn &amp;Oslash;r&shy;sted'],
    ['as one within the other', 'Bj%26oslash%3Brn &#37;C3&#37;98rsted'],
  ])('given letters that are encoded %s then they are decoded', (_, text) => {
    expect(foldMention(text)).toBe('bjorn orsted');
  });

  test.each([
    ['of one byte', '%4D%61rek'],
    ['of two bytes', 'M%C3%A4rek'],
    ['of three bytes', '%E1%B9%83arek'],
    ['of four bytes', '%F0%9D%90%8Carek'],
    ['in small letters', '%e1%b9%83arek'],
    ['of Latin-1, within a word', 'm%E4rek'],
    ['by a number without its semicolon', 'M&#228rek'],
    ['by a hexadecimal number', 'M&#xE4;rek'],
    ['by one with a capital X', 'M&#XE4;rek'],
    ['by names of marks, of which a number is made', 'M&amp;&num;228&semi;rek'],
    ['by names of marks in capitals', 'M&AMP;auml;rek'],
    ['by a number that lacks its semicolon in turn', 'M&auml&semi;rek'],
    ['by the name of a per cent sign', 'M&percnt;C3&percnt;A4rek'],
    ['with something between that is not seen', 'Ma&shy;re&ZeroWidthSpace;k'],
  ])('given a letter that is encoded %s then it is decoded', (_, text) => {
    expect(foldMention(text)).toBe('marek');
  });

  test.each([
    // The last character there is, and one beyond it; the first, and none.
    ['Ilya&#x10FFFF;Marek', 'ilya marek'],
    ['Ilya&#x110000;Marek', 'ilya x 110000 marek'],
    ['Ilya&#1;Marek', 'ilya marek'],
    ['Ilya&#0;Marek', 'ilya 0 marek'],
    // Five times, and six times.
    ['M%25252525C3%25252525A4rek', 'marek'],
    ['M%2525252525C3%2525252525A4rek', 'm c 3 arek'],
    // Bytes that are no character.
    ['Ma%C0%80rek', 'ma c 0 80 rek'],
    ['A. %E4rek', 'a earek'],
    ['Ilya&nbsp;Marek', 'ilya marek'],
    ['Ilya&unknown;Marek', 'ilya unknown marek'],
  ])('given %j at the bounds of what is decoded then it is %j', (text, folded) => {
    expect(foldMention(text)).toBe(folded);
  });

  test('given what is no escape then it stays: nobody hides behind a per cent sign', () => {
    expect(foldMention('100%Deng R&Deng; 5%ad 50%')).toBe('100 deng r deng 5 ad 50');
  });

  test('given words that are run together with capitals then they are apart; names with two are whole', () => {
    expect(foldMention('#IlyaMarekSaid')).toBe('ilya marek said');
    expect(foldMention('McAllister MacIntyre LaToya')).toBe('mcallister macintyre latoya');
  });

  test.each([
    // After four letters, before a capital with two small ones: those of other alphabets too.
    ['IlyaMarek', 'ilya marek'],
    ['OlaMarek', 'olamarek'],
    ['IlyaMar', 'ilya mar'],
    ['IlyaMaR', 'ilyamar'],
    ['IlyaMåløy', 'ilya maloy'],
    ['IlyaMÅløy', 'ilyamaloy'],
    ['IlyaMaØr', 'ilyamaor'],
    ['IlyaMaør', 'ilya maor'],
    ['СоняМарк', 'cohя mapk'],
    // A capital I looks like an l, and a letter after a capital belongs to the same word.
    ['IlyaIvan', 'ilyaivan'],
    ['ILYAMarek', 'ilyamarek'],
  ])('given %j, two words run together or one, then it is %j', (text, folded) => {
    expect(foldMention(text)).toBe(folded);
  });

  test.each([
    // One to three digits that look like letters, before a letter of any alphabet.
    ['M4rek', 'marek'],
    ['M4REK', 'marek'],
    ['M4řek', 'marek'],
    ['M400k', 'maook'],
    ['M4000k', 'm 4000 k'],
    ['M2rek', 'm 2 rek'],
    ['M42k', 'm 42 k'],
    ['M4-rek', 'm 4 rek'],
    ['M4—rek', 'm 4 rek'],
    ['M0134578k', 'm 0134578 k'],
    ['M0k M1k M3k M5k M7k M8k', 'mok mlk mek msk mtk mbk'],
  ])('given digits in %j then it is %j', (text, folded) => {
    expect(foldMention(text)).toBe(folded);
  });

  test.each([
    ['Baer', 'baer'],
    ['Baerg Boerg Buerg Baarg Bassg', 'barg borg burg barg basg'],
    ['Bierg Beerg Boorg Bearg Burrg', 'bierg beerg boorg bearg burrg'],
  ])('given the two letters of %j then they are %j', (text, folded) => {
    expect(foldMention(text)).toBe(folded);
  });

  /** One character that folds to eighteen, so that a text grows when folded. */
  const LONG = '\uFDFA';
  test.each([100, 3000, 9000])(
    'given %i characters that stand for many then none is lost',
    (count) => {
      const text = `Ilya ${LONG.repeat(count)} Marek`;
      const folded = foldMentionWithOffsets(text);
      expect(foldMention(text)).toBe(folded.text);
      expect(folded.text).toMatch(/^ilya .* marek$/u);
      const each = foldMention(LONG).split(' ').length - 1;
      expect(folded.text.split(' ')).toHaveLength(count * each + 3);
      expect(folded.starts[0]).toBe(0);
      expect(folded.small[0]).toBe(0);
      expect(folded.small[1]).toBe(1);
      expect(folded.starts.at(-5)).toBe(count + 6);
      expect(folded.ends.at(-1)).toBe(text.length);
    },
  );

  test('given digits within a word then they are letters, at its ends they are not', () => {
    expect(foldMention('M4r3k Marek2 4Marek M2031k')).toBe('marek marek 2 4 marek m 2031 k');
  });

  test('given a right-to-left override then what is read counts', () => {
    expect(foldMention('by \u202Ekeram ayli\u202C here')).toBe('by ilya marek here');
  });

  test('given any text then the same with offsets, and folded again the words are no longer', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const folded = foldMention(text);
        expect(foldMentionWithOffsets(text).text).toBe(folded);
        expect(folded).toMatch(/^(?:[\p{L}\p{N}]+(?: [\p{L}\p{N}]+)*)?$/u);
      }),
    );
  });

  test('given any two texts then what is found in one is found in both together', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.string({ unit: 'grapheme' }),
        (one, other) => {
          fc.pre(!/[%&\u202E]/.test(one + other));
          const both = foldMention(`${one} ${other}`);
          expect(both).toBe([foldMention(one), foldMention(other)].filter(Boolean).join(' '));
        },
      ),
    );
  });
});

describe('look-alikes of the standard', () => {
  /** Letters that the standard takes for one letter of the alphabet; East Asian ones apart. */
  const confusable = Array.from({ length: 0x1f000 }, (_, code) => code).flatMap((code) => {
    if (code >= 0xd800 && code <= 0xdfff) return [];
    const letter = String.fromCodePoint(code);
    if (!/^\p{L}$/u.test(letter) || letter.normalize('NFKD') !== letter) return [];
    const looks = unhomoglyph(letter).normalize('NFKD').replace(/\p{M}/gu, '');
    return /^[a-zA-Z]$/.test(looks) && looks !== letter
      ? [{ letter, looks: looks.toLowerCase() }]
      : [];
  });

  test('given each then it folds to that letter, but where its name or its other case says more', () => {
    expect(confusable.length).toBeGreaterThan(400);
    const others = confusable.filter(({ letter, looks }) => foldMention(letter) !== looks);
    expect(others.map(({ letter, looks }) => `${letter} ${looks} ${foldMention(letter)}`)).toEqual(
      expect.arrayContaining(named),
    );
    expect(others).toHaveLength(named.length);
  });

  const named = [
    // A capital I is an l to the standard, and looks like an i.
    ...['I l i', 'Ɩ l i', 'Ɨ l i', 'Ι l i', 'І l i', 'Ⲓ l i', '\u{118A3} l i', 'ӏ i l'],
    // Latin letters that are named for what they are: gamma, turned m, v with hook …
    ...['ƍ g d', 'ɣ y g', 'ɯ w m', 'ʋ u v', 'ᶌ y v', 'ẝ f s', 'ꝡ w vy', 'ꞟ u ue'],
    // The last nun of a Hebrew word.
    '\u05DF l \u05E0',
  ];
});

describe('offsets', () => {
  const originalOf = (text: string, word: string) => {
    const folded = foldMentionWithOffsets(text);
    const from = folded.text.indexOf(word);
    expect(from).toBeGreaterThanOrEqual(0);
    const to = from + word.length;
    return text.slice(
      Math.min(...folded.starts.subarray(from, to)),
      Math.max(...folded.ends.subarray(from, to)),
    );
  };

  test.each([
    ['and Marek said', 'marek', 'Marek'],
    ['and Bj%25C3%25B8rn%2520 said', 'bjorn', 'Bj%25C3%25B8rn'],
    ['and Bjoern said', 'bjorn', 'Bjoern'],
    ['and &Oslash;rsted; said', 'orsted', '&Oslash;rsted'],
    ['😀 M\u00ADa\u0301re\u0301k\u0301 said', 'marek', 'M\u00ADa\u0301re\u0301k'],
    ['so 𝓜𝓪𝓻𝓮𝓴 said', 'marek', '𝓜𝓪𝓻𝓮𝓴'],
    ['a 😀\u202Ekeram 😀\u202C.', 'marek', 'keram'],
    ['the oﬃce said', 'office', 'oﬃce'],
    ['and M&shy;arek&shy; said', 'marek', 'M&shy;arek'],
    ['the &fjlig;ord said', 'fjord', '&fjlig;ord'],
    ['the &amp;fjlig;ord said', 'fjord', '&amp;fjlig;ord'],
    ['%4Darek', 'marek', '%4Darek'],
    ['M%C3%A4rek', 'marek', 'M%C3%A4rek'],
    ['and M%25C3%25A4rek said', 'said', 'said'],
  ])('given %j then the words of %j are %j', (text, word, original) => {
    expect(originalOf(text, word)).toBe(original);
  });
});
