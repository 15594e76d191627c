import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evasions, type NameInParts, wholeName } from '../testing/evasions.ts';
import { foundIn } from '../testing/found-in.ts';
import { foldMention } from './fold-mention.ts';
import { mentionNeedles } from './mention-needles.ts';
import { COMMON_GIVEN_NAMES } from './mentions/name-data.ts';
import type { ProtectedString } from './protected-string.ts';

type What = ProtectedString['what'];

describe('evasions by which a name should not be found', () => {
  const name = 'Ilya Bjørn Ørstedsen';

  test.each([
    'Ilya Bjørn Ørstedsen',
    'ILYA BJØRN ØRSTEDSEN',
    'Ilya Bjorn Orstedsen',
    'Ilya Bjoern Oerstedsen',
    'Ilya Bjørn Oerstedsen',
    'Ilya Ørstedsen',
    'Ilya B. Ørstedsen',
    'I. Ørstedsen',
    'I. B. Ørstedsen',
    'I B Ørstedsen',
    'IB Ørstedsen',
    'Ørstedsen, Ilya Bjørn',
    'Orstedsen Ilya',
    'Ørstedsen, I. B., Ilya Ørstedsen',
    'Ilуa Bjørn Ørstedsen',
    'Іӏуа Вјоrո Orstedsen',
    'Ilya Bj\u00ADørn Ørst\u200Bedsen',
    'Ilya\u202FɃjørn Ørstedsen',
    'https://ostrava.example/people/Ilya%20Bj%C3%B8rn%20%C3%98rstedsen',
    'https://ostrava.example/people/Ilya%2520Bj%25C3%25B8rn%2520%25C3%2598rstedsen',
    'https://ostrava.example/people/ilyabjornorstedsen.html',
    'https://ostrava.example/?author=ilya+orstedsen&page=2',
    'https://ostrava.example/people/ilya_bjorn_orstedsen',
    'Ilya Bj&oslash;rn &Oslash;rstedsen',
    'Ilya Bj&amp;oslash;rn &#xD8;rstedsen',
    'en-x-ilya-bjorn-orstedse-n',
    'ilya.orstedsen@ministry.example',
    '#IlyaOrstedsen',
    '#IlyaBjørnØrstedsenSaid',
    'I l y a  Ø r s t e d s e n',
    'I-l-y-a-B-j-ø-r-n-Ø-r-s-t-e-d-s-e-n',
    'Ilya Bjørn Ørsted-\nsen',
    'Ilya Ørstedsens Rede',
    'the Ilya Ørstedsen’s of this world',
    'llya Ørstedsen',
    'IIya Ørstedsen',
    '1lya Ørst3dsen and Ily4 Ør5tedsen, or Ilya Ør5tedsen',
    'Ilya Ørsteclsen',
    '\u202Enesdetsrø ayli\u202C',
    'İlya Ørstedsen',
    'Ílyä Bjørn Örstédsen',
    '𝐈𝐥𝐲𝐚 𝐎𝐫𝐬𝐭𝐞𝐝𝐬𝐞𝐧',
    'Ｉｌｙａ Ørstedsen',
    'Ⓘⓛⓨⓐ Ørstedsen',
    'I\u0336l\u0336y\u0336a\u0336 Ø\u0336r\u0336s\u0336t\u0336e\u0336d\u0336s\u0336e\u0336n',
  ])('given %j then it is certain', (text) => {
    expect(foundIn(`They heard ${text} say so.`, name)).toBe('certain');
  });

  test.each([
    'Mr Ørstedsen',
    'the Ørstedsens',
    'Bjørn Ørstedsen',
    'Ilya Bjørn',
    'iorstedsen@ministry.example',
    '/people/orstedsen/speech',
    '#orstedsen',
    '@orstedsen',
  ])('given %j then a person has to look', (text) => {
    expect(foundIn(`They heard ${text} say so.`, name)).toBe('possible');
  });

  // Other people, endings of Slavic and Finnish cases in short words, other transcriptions, and
  // forms that only a speaker of the language would recognise.
  test.each(['Ilja Erstedsen', 'Ørsted', 'Bjørnsen', 'Ilias', 'I said so'])(
    'given %j then it is somebody else, or beyond what can be compared',
    (text) => expect(foundIn(`They heard ${text} there.`, name)).toBe('nothing'),
  );
});

describe('names as people are named', () => {
  test.each([
    ['Dr Anna Young', 'Anna Young', 'certain'],
    ['Prof. Dr. Ilya Soren, PhD', 'Ilya Soren', 'certain'],
    ['Lt. Gen. Ilya Soren (ret.)', 'Soren, Ilya', 'certain'],
    ['Sir Ilya Soren KCMG', 'Ilya Soren', 'certain'],
    ['Dean Ilya Soren', 'Ilya Soren', 'certain'],
    ['Dean Ilya Soren', 'Dean Soren', 'certain'],
    ['Soren, Ilya', 'Ilya Soren', 'certain'],
    ['O. Soren', 'Mr Soren', 'possible'],
    ['Na Na Ma', 'Na Na Ma', 'certain'],
    ['Sheikh Soren', 'Sheikh Soren', 'certain'],
    ['Sheikh Soren', 'Mr Soren', 'possible'],
    ['Dr. Kuznetsova', 'Ms Kuznetsova', 'certain'],
    ['SOREN Ilya', 'I. Soren', 'certain'],
    ['Mr SMITH-JONES Ilya Max', 'Ilya Smith', 'certain'],
    ['Ilya “Max” Soren', 'Max Soren', 'certain'],
    ['Ilya (Max) Soren', 'Ilya Soren', 'certain'],
    ['Ilya Soren (Илья Сорен)', 'Илья Сорен', 'certain'],
    ['Ilya Soren née Marek', 'Ilya Marek', 'certain'],
    ['Ilya Smith-Jones', 'Ilya Smith', 'certain'],
    ['Ilya Smith-Jones', 'Ilya Jones', 'certain'],
    ['Ilya Smith-Jones', 'Ilya Smith Jones', 'certain'],
    ['Ilya Smith-Jones', 'Ms Smith', 'possible'],
    ['Jean-Luc Marchand', 'Jean Luc Marchand', 'certain'],
    ['Jean-Luc Marchand', 'JL Marchand', 'certain'],
    ['Ursula von der Heide', 'Ursula Heide', 'certain'],
    ['Ursula von der Heide', 'Ursula VONDERHEIDE', 'certain'],
    ['Ursula von der Heide', 'Frau von der Heide', 'possible'],
    ['Khalid al-Masri', 'Khalid Al Masri', 'certain'],
    ['Khalid al-Masri', 'Khalid el-Masri', 'certain'],
    ['Khalid al-Masri', 'Khalid Masri', 'certain'],
    ['Khalid al-Masri', 'Khalid Almasri', 'certain'],
    ['Khalid bin Hassan Al Nasser', 'Khalid bin Hassan', 'certain'],
    ['Abd al-Rahman Nasser', 'Abdalrahman Nasser', 'certain'],
    ['Seán O’Connor', 'Sean OConnor', 'certain'],
    ['Seán O’Connor', 'Sean O Connor', 'certain'],
    ['Luca D’Alessandro', 'Luca Alessandro', 'certain'],
    ['José Luis Rodríguez Peña', 'José Rodríguez', 'certain'],
    ['José Luis Rodríguez Peña', 'José Luis Rodríguez', 'certain'],
    ['José Luis Rodríguez Peña', 'José Peña', 'certain'],
    ['María García Peña', 'María García', 'possible'],
    ['Kim Jong-un', 'Jong Un Kim', 'certain'],
    ['Kim Jong Un', 'Kim Jongun', 'certain'],
    ['Kim Jong Un', 'Jong-un Kim', 'certain'],
    ['Wang Xiaoming', 'Xiaoming Wang', 'certain'],
    ['Wang Xiaoming', 'X. Wang', 'possible'],
    ['Ilya Petrovich Soren', 'Ilya Petrovich', 'possible'],
    ['Þorvaldur Þórsson', 'Torvaldur Thorsson', 'certain'],
    ['Đorđe Tuđman', 'Djordje Tudjman', 'certain'],
    ['Əli Məmmədov', 'Ali Mammadov', 'certain'],
    ['Ŋoni Bø', 'Ngoni Boe', 'certain'],
    ['Łukasz Łąki', 'Lukasz Laki', 'certain'],
    ['Νίκος Αλεξίου', 'ΝΙΚΟΣ ΑΛΕΞΙΟΥ', 'certain'],
    ['Илья Марек', 'ИЛЬЯ МАРЕК', 'certain'],
    ['Илья Марек', 'И. Марек', 'certain'],
    ['محمد المصري', 'محمّد مصري', 'certain'],
    ['محمد المصري', 'قال المصري', 'possible'],
    ['بشار الأسدي', 'وبشار الاسدي', 'certain'],
    ['علی‌رضا کاظمی', 'علي رضا كاظمي', 'certain'],
    ['山田太郎', '会議で山田太郎は述べた', 'certain'],
    ['山田 太郎', '太郎山田', 'certain'],
    ['山田太郎', '山田さん', 'possible'],
    ['王伟明', '据王伟明说', 'certain'],
    ['王伟', '据王伟说', 'possible'],
    ['김민서', '김민서는 말했다', 'certain'],
    ['สมชาย บุญมี', 'คุณสมชายบุญมีกล่าว', 'certain'],
    ['イリヤ・マレク', 'イリヤ＝マレク', 'certain'],
    ['Sukarno', 'as Sukarno said', 'certain'],
    ['Soren', 'as Soren said', 'possible'],
  ])('given %s then %j is %s', (name, text, certainty) => {
    expect(foundIn(text, name)).toBe(certainty);
  });

  test.each([
    ['Kim', 'Kim Na Rao', 'Ms Kim left.'],
    ['Rao', 'Arvind Rao', 'Mr Rao left.'],
    ['Lee', 'Anna Lee', 'Dr LEE left.'],
  ])('given a family name of three letters (%s) then a person has to look', (_, name, text) => {
    expect(foundIn(text, name)).toBe('possible');
  });

  test.each([
    ['Anna Young', 'the young and a young council'],
    ['Ivan May', 'I may go; it may rain'],
    ['Grace Post', 'a post office, with grace'],
    ['Will Long', 'in the long run they will'],
    ['Jo Soe', 'So they said'],
    ['Anna Haas', 'Has it rained?'],
    ['Xu Li', 'xu and li'],
    ['John Marek', 'John said so'],
  ])('given %s then ordinary words are none: %j', (name, text) => {
    expect(foundIn(text, name)).toBe('nothing');
  });

  test('given a name that begins another person’s then it is not certain', () => {
    expect(foundIn('Anna Bergman', 'Anna Berg')).toBe('possible');
    expect(foundIn('Ilyas Sorensen', 'Ilya Soren')).toBe('nothing');
  });
});

describe('what is no name', () => {
  test.each<[What, string, string, string]>([
    ['affiliation', 'Ministry of Łąki', 'the Ministry of Laki', 'certain'],
    ['affiliation', 'Ministry of Łąki', 'MINISTRY OF ŁĄKI', 'certain'],
    ['affiliation', 'Ministry of Łąki', 'in Łąki', 'possible'],
    ['affiliation', 'Ministry of Foreign Affairs', 'foreign affairs', 'nothing'],
    ['affiliation', 'Ministry of Foreign Affairs', 'Foreign Affairs', 'nothing'],
    ['affiliation', 'Embassy of France', 'in France', 'nothing'],
    ['affiliation', 'The Halden Institute', 'Halden Institute', 'possible'],
    ['affiliation', 'Halden Water Agency (HWA)', 'at HWA', 'possible'],
    ['affiliation', 'Halden Water Agency (HWA)', 'Halden Water Agency', 'certain'],
    ['affiliation', 'Halden Institute, Ostrava', 'Halden Institute', 'possible'],
    ['affiliation', 'WHO', 'who knows', 'nothing'],
    ['affiliation', 'WHO', 'the WHO', 'possible'],
    ['affiliation', 'Government', 'the government', 'nothing'],
    ['publisher', 'Halden Institute', 'a paper of the Halden Institute', 'certain'],
    ['title', 'Sharing the marsh: a way out', 'SHARING THE MARSH – a way out', 'certain'],
    ['title', 'Sharing the marsh: a way out', 'sharing the marsh', 'possible'],
    ['title', 'Sharing the marsh', '/sharingthemarsh.pdf', 'possible'],
    ['title', 'Interview', 'in an interview', 'nothing'],
    [
      'slug',
      'interview-in-the-delta',
      'https://meridian.example/sources/interview-in-the-delta',
      'certain',
    ],
    ['slug', 'water', 'the water', 'nothing'],
    ['slug', 'water', 'https://meridian.example/sources/water', 'possible'],
    ['author', 'Runa Veld', 'Veld, Runa', 'certain'],
    ['author', 'Runa Veld', 'R. Veld', 'possible'],
    ['author', 'Halden Institute', 'Institute Halden', 'nothing'],
    ['granter', 'Ilya Soren, by letter', 'Soren, Ilya', 'certain'],
    ['granter', 'Letter of the deputy, Runa Veld', 'Ms Veld', 'possible'],
    ['granter', 'the speaker, by letter', 'The speaker said by letter', 'nothing'],
    ['granter', 'By the Halden Institute', 'the Halden Institute', 'certain'],
    ['granter', 'محمد المصري', 'محمد المصري', 'certain'],
  ])('given the %s %j then in %j it is %s', (what, protectedText, text, certainty) => {
    expect(foundIn(text, protectedText, what)).toBe(certainty);
  });

  const address = 'https://www.halden.example/papers/marsh-2031/?page=2#top';
  test.each([
    [address, 'https://www.halden.example/papers/marsh-2031/?page=2', 'certain'],
    [address, 'http://halden.example/papers/marsh-2031?page=2', 'certain'],
    [address, 'halden.example/papers/marsh%2D2031/?page=2', 'certain'],
    [address, 'https://halden.example/papers/other', 'nothing'],
    [address, 'https://halden.example', 'nothing'],
    ['https://halden.example/', 'see halden.example', 'certain'],
    ['https://ørsted.example/papers', 'https://xn--rsted-uua.example/papers', 'certain'],
    ['https://doi.org/10.1234/marsh.56', 'doi:10.1234/MARSH.56', 'certain'],
    ['https://web.archive.org/web/2031/https://halden.example/p', 'halden.example/p', 'certain'],
  ])('given the address %s then %j is %s', (protectedText, text, certainty) => {
    expect(foundIn(text, protectedText, 'address')).toBe(certainty);
  });
});

/** Letters of which words are made, one script at a time. */
const alphabets = [
  ...['abcdefghijklmnopqrstuvwxyz', 'aeioulmnrstøåäöüß', 'aeiouyłąęńśżźđčšğıþðæœ'],
  ...['абвгдежзиклмнопрстухш', 'αβγδεζηθικλμνξοπρστυ', 'ابتثجحدرسشعفقكلمنهوی'],
  ...['אבגדהוזחטיכלמנ', 'აბგდევზთიკლმნ', 'աբգդեզէթժիլխ', 'कखगघचछजझटडतदनपबमरल', 'กขคงจชดตนบปมยรล'],
  ...[
    '王李张刘陈杨赵黄周吴',
    '山田川本村上小松',
    '가나다라마바사아자차',
    'アイウエオカキクケコ',
    'ሀለሐመሠረሰሸቀበ',
  ],
];
const capitalised = (word: string) => word.replace(/^./u, (letter) => letter.toUpperCase());
/** Of fewer letters chance finds more than people do: "Aase Aas" is not looked for letter by letter. */
const FEWEST_LETTERS = 6;
const lettersIn = (name: string) => foldMention(name.toLowerCase()).replaceAll(' ', '').length;
const anyName: fc.Arbitrary<NameInParts> = fc.constantFrom(...alphabets).chain((alphabet) => {
  const word = fc
    .array(fc.constantFrom(...alphabet), { minLength: 4, maxLength: 9 })
    // No name begins with ß, whose capital is two letters.
    .filter(([first]) => first !== 'ß')
    .map((letters) => capitalised(letters.join('')));
  return (
    fc
      .record({
        given: word,
        middle: fc.option(word),
        family: word,
        isFamilyFirst: fc.boolean(),
        isJoined: fc.constant(false),
      })
      .filter(({ given, family }) =>
        [`${given}${family}`, `${family}${given}`].every(
          (name) => lettersIn(name) >= FEWEST_LETTERS,
        ),
      )
      // A common given name identifies nobody: "Anna" alone is not searched for.
      .filter(({ family }) => !COMMON_GIVEN_NAMES.has(foldMention(family)))
  );
});

describe('any name', () => {
  test.each(Object.entries(evasions))('given any and %s then it is found', (_, write) => {
    fc.assert(
      fc.property(anyName, (name) => {
        const mention = write(name);
        fc.pre(mention !== null);
        expect(foundIn(`Somebody (${mention}) said so.`, wholeName(name))).not.toBe('nothing');
      }),
      { numRuns: 40 },
    );
  });

  test('given any text as a name then there are needles in their canonical form, and not too many', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        for (const needle of mentionNeedles({ what: 'name', text })) {
          expect(needle.text).toMatch(
            needle.within === 'letters'
              ? /^[\p{L}\p{N}]+$/u
              : /^[\p{L}\p{N}]+(?: [\p{L}\p{N}]+)*$/u,
          );
        }
        expect(mentionNeedles({ what: 'name', text }).length).toBeLessThan(400);
      }),
      { numRuns: 60 },
    );
  });
});
