import { describe, expect, test } from 'vitest';
import { foundIn } from '../../testing/found-in.ts';

describe('titles', () => {
  test.each([
    // Without what follows a colon or a dash between spaces, if three words or more are left.
    ['Sharing the marsh: a way out', 'sharing the marsh', 'possible'],
    ['Sharing the marsh – a way out', 'sharing the marsh', 'possible'],
    ['Sharing the marsh — a way out', 'sharing the marsh', 'possible'],
    ['Sharing the marsh - a way out', 'sharing the marsh', 'possible'],
    ['Sharing the marsh- and lowlands', 'sharing the marsh', 'nothing'],
    ['Sharing the marsh -lands', 'sharing the marsh', 'nothing'],
    ['Sharing the marsh a way out', 'sharing the marsh', 'nothing'],
    ['The marsh: a way out', 'the marsh', 'nothing'],
    ['Sharing the marsh: a way out', 'a way out', 'nothing'],
    // Two words are certain; one is looked for as a name.
    ['Dry land', 'the dry land', 'certain'],
    ['Drylands', 'the Drylands', 'possible'],
    ['Drylands', 'the drylands', 'nothing'],
    // Twelve letters in any surroundings.
    ['Dry land water', '/thedrylandwaterpaper', 'possible'],
    ['Dry land wate', '/thedrylandwatepaper', 'nothing'],
    ['Navigational', 'the navigational aids', 'possible'],
    ['Navigationa', 'the navigationa aids', 'nothing'],
  ])('given the title %j then %j is %s', (title, text, certainty) => {
    expect(foundIn(text, title, 'title')).toBe(certainty);
  });
});

describe('organisations', () => {
  test.each([
    // Without what is in brackets; by its acronym, if that has three letters and is a word.
    ['Halden (Upper) Agency', 'the Halden Agency', 'certain'],
    ['Halden Agency (HWA)', 'at HWA', 'possible'],
    ['Halden Agency (HWA)', 'a hwa', 'nothing'],
    ['Halden Agency (HW)', 'at HW', 'nothing'],
    ['Halden xHWA Agency', 'at HWA', 'nothing'],
    ['Halden HWAx Agency', 'at HWA', 'nothing'],
    ['Halden 2HWA Agency', 'at HWA', 'nothing'],
    ['Halden HWA2 Agency', 'at HWA', 'nothing'],
    // Without its place.
    ['Halden Agency, Ostrava', 'the Halden Agency', 'possible'],
    ['Halden Agency; Ostrava', 'the Halden Agency', 'possible'],
    ['Halden Agency/Ostrava', 'the Halden Agency', 'possible'],
    ['Halden Agency – Ostrava', 'the Halden Agency', 'possible'],
    ['Halden Agency - Ostrava', 'the Halden Agency', 'possible'],
    ['Halden Agency-Ostrava', 'the Halden Agency', 'nothing'],
    ['Halden Agency, Ostrava', 'the halden agency', 'nothing'],
    ['Halden Agency, Ostrava', 'in Ostrava', 'nothing'],
    ['Halden, Ostrava', 'in Halden', 'nothing'],
    // By what is left without the words that many share, unless that is short or a country.
    ['Ministry of Ozia', 'in Ozia', 'possible'],
    ['Embassy of Ozia', 'in Ozia', 'possible'],
    ['Commission for Ozia', 'in Ozia', 'possible'],
    ['Ministry of Ozia', 'in ozia', 'nothing'],
    ['Ministry of Oza', 'in Oza', 'nothing'],
    ['Ministry for Upper Ozia', 'in Upper Ozia', 'possible'],
    ['Ministry for Upper Ozia', 'in Ozia', 'nothing'],
    ['Ministry of Burkina Faso', 'in Burkina Faso', 'nothing'],
    ['Botschaft von Frankreich', 'in Frankreich', 'nothing'],
    ['Ministry of Ozian France', 'in Ozian France', 'possible'],
    ['Ozian Embassy', 'an Ozian', 'nothing'],
    ['Ministry of Defence', 'Defence', 'nothing'],
    // In one word: of three letters, or a word that many share, a person has to look.
    ['Ozia', 'in Ozia', 'certain'],
    ['Ozi', 'in Ozi', 'possible'],
    ['Ozia', 'in ozia', 'nothing'],
    ['Government', 'the Government', 'possible'],
    ['Government', 'the government', 'nothing'],
    ['France', 'in France', 'possible'],
  ])('given the affiliation %j then %j is %s', (affiliation, text, certainty) => {
    expect(foundIn(text, affiliation, 'affiliation')).toBe(certainty);
  });

  test.each([
    ['Halden Agency', 'Agency Halden', 'nothing'],
    ['Halden Commission', 'Commission Halden', 'nothing'],
    ['Halden Commission', 'Mr Halden', 'nothing'],
    ['Friends of Halden', 'Mr Halden', 'nothing'],
    ['Halden and Marsh', 'Mr Marsh', 'nothing'],
    ['Oford Veld', 'Veld, Oford', 'certain'],
    ['Hof Veld', 'Veld, Hof', 'certain'],
  ])(
    'given the author %j, an organisation or a person, then %j is %s',
    (author, text, certainty) => {
      expect(foundIn(text, author, 'author')).toBe(certainty);
    },
  );
});
