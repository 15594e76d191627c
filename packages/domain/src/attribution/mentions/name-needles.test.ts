import { describe, expect, test } from 'vitest';
import { foundIn } from '../../testing/found-in.ts';

/**
 * Short names: the letters of a long one in a row are certain whatever parts them, which would hide
 * that a form is not looked for.
 */
const ofThree = 'Ola Max Ost';

describe('the orders in which a name of several words is written', () => {
  test.each([
    // Family name first, with and without the name between; and where it was first, last.
    [ofThree, 'Ost, Ola', 'certain'],
    [ofThree, 'Ost, Max', 'possible'],
    [ofThree, 'Max Ost Ola', 'certain'],
    [ofThree, 'Ost Max Ola', 'possible'],
    ['Ilya Petr “Max” Soren', 'Max Soren', 'certain'],
    ['Ilya Petr “Max” Soren', 'Max Petr', 'possible'],
    // Middle and family name, where no capital shows that they are names.
    [ofThree, 'max ost', 'possible'],
    [ofThree, 'ola max', 'possible'],
    [ofThree, 'ost ost', 'nothing'],
    // Several of one family, or German for Ost's.
    [ofThree, 'Ola Osts', 'certain'],
    [ofThree, 'Ola Max Osts', 'certain'],
    [ofThree, 'Ola Max Ost Osts', 'certain'],
    ['Ola Marx', 'Ola Marxes', 'certain'],
    ['Ola Marx', 'Ola Marxs', 'possible'],
    ['Ola Walsh', 'the Walshes', 'possible'],
    ['Ola Bach', 'the Baches', 'possible'],
    ['Ola Smith', 'the Smiths', 'possible'],
    ['Ola Smith', 'the Smithes', 'nothing'],
    // Letters that look like others, in the whole name and in its ends.
    ['Ola Max Soren', 'Ola Rnax Soren', 'certain'],
    ['Ola Max Marek', 'Ola Rnarek', 'certain'],
    ['Ola van der Dam', 'Ola van cler clarn', 'nothing'],
    ['Ola van Madsen', 'Ola van Maclsen', 'certain'],
    ['Ola van Madsen', 'Ola Maclsen', 'certain'],
    ['Ola Madsen', 'Tove Maclsen', 'nothing'],
  ])('given %s then %j is %s', (name, text, certainty) => {
    expect(foundIn(`They heard ${text} say so.`, name)).toBe(certainty);
  });

  test('given four names between then any of them may be left off', () => {
    const name = 'Ilya Abel Bert Carl Dirk Soren';
    expect(foundIn('Ilya Abel C. Dirk Soren', name)).toBe('certain');
    expect(foundIn('Ilya B. Soren', name)).toBe('certain');
    expect(foundIn('Ilya Carl Abel Soren', name)).toBe('possible');
  });

  test('given five names between then all of them or none', () => {
    const name = 'Ilya Abel Bert Carl Dirk Egon Soren';
    expect(foundIn('Ilya Soren', name)).toBe('certain');
    expect(foundIn('Ilya Abel Bert Carl Dirk Egon Soren', name)).toBe('certain');
    expect(foundIn('Ilya Abel Soren', name)).toBe('possible');
  });
});

describe('a name without its last word', () => {
  test.each([
    // Of four words, the third is a family name; a hyphen makes no word of its own.
    ['Jean Luc Max Soren', 'Jean Max', 'certain'],
    ['Jean Luc Egon Max Soren', 'Jean Max', 'certain'],
    ['Jean-Luc Max Soren', 'Jean Max', 'possible'],
    ['Jean-Luc Max Soren', 'Jean Luc Max', 'possible'],
    ['Jean Max Soren', 'Jean Max', 'possible'],
    ['Jean de Max Soren', 'Jean de Max', 'certain'],
    ['Jean Max-Soren', 'Jean Max', 'certain'],
    ['Jean Soren', 'Jean', 'nothing'],
  ])('given %s then %j is %s', (name, text, certainty) => {
    expect(foundIn(`They heard ${text} say so.`, name)).toBe(certainty);
  });
});

describe('initials', () => {
  test.each([
    // A family name of five letters identifies a person, one of four does not.
    ['Ilya Soren', 'I. Soren', 'certain'],
    ['Ilya Sore', 'I. Sore', 'possible'],
    ['Ilya Soren', 'i. soren', 'nothing'],
    ['Ilya Soren', 'isoren', 'possible'],
    ['Ilya Sore', 'isore', 'nothing'],
    ['ilya soren', 'I. Soren', 'certain'],
    ['Ilya Max Sore', 'I. M. Sore', 'certain'],
    ['Ilya Max Sore', 'IM Sore', 'certain'],
    ['Ilya Max Sore', 'im sore', 'nothing'],
    ['Ilya Max Sore', 'I. Max Sore', 'certain'],
    ['Ilya Max Sore', 'i max sore', 'possible'],
    ['Ilya Max Sore', 'I. Sore', 'possible'],
    ['Ilya Max Sore', 'M. I. Sore', 'possible'],
    ['Ilya Max Sore', 'M. Max Sore', 'possible'],
    ['Ilya Max Soren', 'I. Soren', 'certain'],
    ['Ilya Max Soren', 'M. Soren', 'possible'],
    ['Ilya van Soren', 'I. van Soren', 'certain'],
    ['Ilya van Soren', 'I. Soren', 'certain'],
    ['Ilya Abu Nasser', 'I. Abu Nasser', 'certain'],
    ['Ilya Abu Nasser', 'I. Nasser', 'possible'],
    // Where the family name comes first.
    ['Kim Jong Un', 'J. U. Kim', 'certain'],
    ['Kim Jong Un', 'JU Kim', 'certain'],
    ['Kim Jong Un', 'U. J. Kim', 'possible'],
    ['Li Xiaoming', 'X. Li', 'possible'],
    ['Li Xiaoming', 'x li', 'nothing'],
    ['Li Xiao Ming', 'X. Li', 'possible'],
    ['Li Xiao Ming', 'M. Li', 'nothing'],
    ['John Marek', 'M. John', 'nothing'],
    // Scripts without capitals have no initials.
    ['محمد المصري', 'م. المصري', 'possible'],
    ['محمد الكاظمي', 'م. الكاظمي', 'possible'],
  ])('given %s then %j is %s', (name, text, certainty) => {
    expect(foundIn(`They heard ${text} say so.`, name)).toBe(certainty);
  });
});

describe('a name in one word', () => {
  test.each([
    // Six letters are certain and may have letters around them, five and four need a capital.
    ['Ola Ost', 'olaost', 'certain'],
    ['Ola Ost', 'ostola', 'certain'],
    ['Bo Ost', 'boost', 'nothing'],
    ['Bo Ost', 'Boost', 'possible'],
    ['Bo Os', 'Boos', 'possible'],
    ['Bo O', 'Boo', 'nothing'],
    ['Ola Ost', 'sayolaosttoday', 'possible'],
    ['Bo Ost', 'sayboosttoday', 'nothing'],
    ['Ilya Sorensen', 'sayilyasorensentoday', 'certain'],
    ['Ola Sorensen', 'sayolasorensentoday', 'possible'],
    ['Ilya Soren', 'ilyasoren', 'certain'],
    [ofThree, 'olamaxost', 'certain'],
    [ofThree, 'olaost', 'certain'],
    [ofThree, 'ostola', 'certain'],
    [ofThree, 'maxostola', 'certain'],
    [ofThree, 'ostmaxola', 'nothing'],
    ['Ola van Ost', 'olavanost', 'certain'],
    ['Ola van Ost', 'olaost', 'certain'],
    // Two given names of three, in one word.
    ['Kim Jong Un', 'Kim Jongun', 'certain'],
    ['Kim Jong Un', 'Jongun Kim', 'certain'],
    ['Bo Ivo Ed Ost', 'Bo Ivoedost', 'possible'],
    ['Bo Ivo Ed Ost', 'Ivoedost Bo', 'possible'],
  ])('given %s then %j is %s', (name, text, certainty) => {
    expect(foundIn(`They heard ${text} say so.`, name)).toBe(certainty);
  });
});

describe('a word of a name alone', () => {
  test.each([
    // A family name of three letters, another of four, unless many are called so.
    ['Ilya Ost', 'Ost', 'possible'],
    ['Ilya Ost', 'ost', 'nothing'],
    ['Ilya Os', 'Os', 'nothing'],
    ['Ilya Os', 'Ilya', 'possible'],
    ['Ola Os', 'Ola', 'nothing'],
    ['John Os', 'John', 'nothing'],
    ['Samuel Os', 'Samuel', 'nothing'],
    ['Isaac Os', 'Isaac', 'nothing'],
    ['Miguel Os', 'Miguel', 'nothing'],
    ['Ilya John', 'John', 'possible'],
    ['Ilya John', 'the Johns', 'possible'],
    ['Ilya John', 'the Ilyas', 'nothing'],
    ['Rao Ost', 'Rao', 'possible'],
    ['Ola Rao Ost', 'Rao', 'nothing'],
    // The first half of a family name is one.
    ['Ola Poe-Jones', 'Poe', 'possible'],
    ['Poe Ola Jones', 'Poe', 'nothing'],
    ['Poe Ola Jones-Marek', 'Poe', 'nothing'],
    ['Ola Poe Jones', 'Poe', 'nothing'],
    // With the particles, of which the letters count.
    ['Ola van Os', 'van Os', 'possible'],
    ['Ola van Os', 'Vanos', 'possible'],
    ['Ola van Os', 'vanos', 'nothing'],
    ['Ola van Os', 'Os', 'nothing'],
    ['Ola von der Heide', 'Vonderheide', 'possible'],
    // With what Arabic writes together with it.
    ['محمد المصري', 'والمصري', 'possible'],
    // A name that is one word.
    ['Sorena', 'Sorena', 'certain'],
    ['Soren', 'Soren', 'possible'],
    ['Sorena', 'sorena', 'nothing'],
    ['Soren', 'soren', 'nothing'],
  ])('given %s then %j is %s', (name, text, certainty) => {
    expect(foundIn(`They heard ${text} there.`, name)).toBe(certainty);
  });
});

describe('particles', () => {
  test.each([
    ['Ola el-Masri', 'Ola al-Masri', 'certain'],
    ['Ola al-Masri', 'Ola el-Masri', 'certain'],
    ['Ola ash-Sharif', 'Ola al-Sharif', 'certain'],
    ['Ola ash-Sharif', 'Ola Alsharif', 'certain'],
    ['Ola van Soren', 'Ola al Soren', 'possible'],
    ['Ola van Soren', 'Ola Vansoren', 'certain'],
    ['Ola van Soren', 'Ola Soren', 'certain'],
    // Those that are part of the name are not left off.
    ['Abd al-Rahman Nasser', 'Abd al-Rahman Nasser', 'certain'],
    ['Abd al-Rahman Nasser', 'Rahman Nasser', 'possible'],
    // Of a first name, with what Arabic writes before it.
    ['محمد المصري', 'ومحمد المصري', 'certain'],
  ])('given %s then %j is %s', (name, text, certainty) => {
    expect(foundIn(`They heard ${text} there.`, name)).toBe(certainty);
  });
});
