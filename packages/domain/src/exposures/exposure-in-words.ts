import { kinds, kindsWith, oneOf } from '../kinds/kinds.ts';
import type { ExposedPlace } from './way-out.ts';

type Exposed = Pick<ExposedPlace, 'code' | 'place'>;

/** An exposure as a sentence, without the exposed words. */
export function exposureInWords({ code, place }: Exposed): string {
  const said = sentences[code];
  if (said === undefined) return `Something in ${placeInWords(place)} may not be public.`;
  return said(placeInWords(place));
}

const sentences: Partial<Record<string, (place: string) => string>> = {
  protected_mention: (place) => `What terms protect is named in ${place}.`,
  possible_protected_mention: (place) => `What terms protect may be named in ${place}.`,
  off_record: (place) => `Something off the record is public in ${place}.`,
  disclosure_limited: (place) => `Something that must not travel this far is public in ${place}.`,
  not_verified: (place) => `Words that nobody verified are public in ${place}.`,
  withdrawn_words: (place) => `Words of a withdrawn finding are still public in ${place}.`,
  holder_identified: (place) => `An unnamed source can be identified by who is named in ${place}.`,
  participants_missing: () =>
    'It rests on a source whose terms protect who took part, and nobody is entered.',
  descriptor_missing: (place) => `An unnamed source has no public wording in ${place}.`,
  parent_not_public: () => 'The page above it was taken away, and this one with it.',
  descriptor_not_allowed: (place) => `A source on deep background is described in ${place}.`,
};

/** A place as reasons name it ("findings.<id>.proposition"), in plain words. */
export function placeInWords(place: string): string {
  const [first = '', second = '', field = ''] = place.split('.');
  if (place.includes('formerSlugs.')) return 'a former address';
  if (first === 'versions')
    return field === 'note' ? `the note of version ${second}` : `version ${second}`;
  return places[first] ?? `the ${first.replace(/Ids$/, 's')}`;
}

const places: Partial<Record<string, string>> = {
  body: 'the text',
  findings: 'a finding',
  corrections: 'a notice',
  retraction: 'the reason for the retraction',
  slug: 'the address',
  journal: 'the settings of the journal',
  ...Object.fromEntries(
    kindsWith('entry').map((kind) => [kinds[kind].plural, `the entry of ${oneOf(kind)}`]),
  ),
};
