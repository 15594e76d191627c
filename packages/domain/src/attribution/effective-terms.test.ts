import { describe, expect, test } from 'vitest';
import { aBackgroundSource, aWaiver, idOf, ids } from '../testing/builders.ts';
import { textTable } from '../testing/text-table.ts';
import { effectiveTerms } from './effective-terms.ts';
import type { AttributionTerms, Disclosure, Waiver } from './terms.ts';

/*
 * The terms that hold without any waiver: a row for the source's own, a column for what an editor
 * set on the finding, and "none" where nothing was set or the source is not there.
 */
const narrowest = textTable(`
  source           none             on_record        background       chatham_house    deep_background  off_record
  none             -                on_record        background       chatham_house    deep_background  off_record
  on_record        on_record        on_record        background       chatham_house    deep_background  off_record
  background       background       background       background       chatham_house    deep_background  off_record
  chatham_house    chatham_house    chatham_house    chatham_house    chatham_house    deep_background  off_record
  deep_background  deep_background  deep_background  deep_background  deep_background  deep_background  off_record
  off_record       off_record       off_record       off_record       off_record       off_record       off_record
`).flatMap(({ source = '', ...cells }) =>
  Object.entries(cells).map(([finding, terms]) => ({ source, finding, terms })),
);

/*
 * Who may be named by which waivers. The finding rests on the word of a participant, whose waiver
 * is `own`; `another` is that of a second participant.
 */
const opened = textTable(`
  source           disclosure    finding        waiver                 | terms            disclosed     names
  background       clear         none           identity               | on_record        clear         source
  background       clear         on_record      identity               | on_record        clear         source
  background       clear         background     identity               | background       clear         nobody
  background       clear         chatham_house  identity               | chatham_house    clear         nobody
  on_record        clear         background     identity               | background       clear         nobody
  deep_background  clear         none           identity               | on_record        clear         source
  off_record       clear         none           identity               | off_record       clear         nobody
  background       clear         off_record     identity               | off_record       clear         nobody
  background       clear         none           own_identity           | on_record        clear         participant
  background       clear         chatham_house  own_identity           | on_record        clear         participant
  on_record        clear         none           own_identity           | on_record        clear         source
  on_record        clear         background     own_identity           | on_record        clear         participant
  off_record       clear         none           own_identity           | off_record       clear         nobody
  background       clear         none           another_identity       | background       clear         nobody
  background       clear         none           elsewhere_identity     | background       clear         nobody
  background       clear         none           unsigned_identity      | background       clear         nobody
  background       clear         none           own_unsigned_identity  | background       clear         nobody
  background       clear         none           statements             | background       clear         nobody
  background       amber         none           statements             | background       clear         nobody
  background       red           none           own_statements         | background       clear         nobody
  on_record        green         none           statements             | on_record        clear         source
  off_record       amber         none           statements             | off_record       clear         nobody
  background       amber         none           another_statements     | background       amber         nobody
  background       amber         none           unsigned_statements    | background       amber         nobody
  background       amber         none           identity               | on_record        amber         source
  background       amber         none           own_identity           | on_record        amber         participant
  off_record       amber         none           identity               | off_record       amber         nobody
`);

const termsOf = (name: string) => (name === 'none' ? null : (name as AttributionTerms));

function waiverOf(name: string): Waiver {
  return aWaiver({
    covers: name.endsWith('statements') ? 'statements' : 'identity',
    ...(name.startsWith('own') ? { participantId: ids.participant } : {}),
    ...(name.startsWith('another') ? { participantId: idOf(78) } : {}),
    ...(name.startsWith('elsewhere') ? { sourceId: idOf(77) } : {}),
    ...(name.includes('unsigned') ? { signedOffBy: null, signedOffAt: null } : {}),
  });
}

describe('the terms that hold', () => {
  test.each(narrowest)('given $source and, on the finding, $finding: $terms', (row) => {
    const attribution = termsOf(row.source);
    const source =
      attribution && aBackgroundSource({ terms: { attribution, disclosure: 'green' } });
    const found = effectiveTerms(
      { terms: termsOf(row.finding), participantId: ids.participant },
      source,
      [],
    );
    if (row.terms === '-') expect(found).toBeNull();
    else
      expect(found).toEqual({
        attribution: row.terms,
        disclosure: source ? 'green' : 'clear',
        names: row.terms === 'on_record' ? 'source' : 'nobody',
      });
  });

  test.each(opened)(
    'given $source, $disclosure, on the finding $finding, and the waiver $waiver: $terms, $disclosed, $names',
    (row) => {
      const source = aBackgroundSource({
        terms: {
          attribution: row.source as AttributionTerms,
          disclosure: row.disclosure as Disclosure,
        },
      });
      const attribution = {
        terms: termsOf(row.finding ?? ''),
        participantId: ids.participant,
      };
      expect(effectiveTerms(attribution, source, [waiverOf(row.waiver ?? '')])).toEqual({
        attribution: row.terms,
        disclosure: row.disclosed,
        names: row.names,
      });
    },
  );

  test('given a finding that rests on nobody’s word then a participant’s waiver opens nothing', () => {
    const found = effectiveTerms({ terms: null, participantId: null }, aBackgroundSource(), [
      waiverOf('own_identity'),
      waiverOf('own_statements'),
    ]);
    expect(found).toMatchObject({ attribution: 'background', names: 'nobody' });
  });

  test.each([
    [{ signedOffBy: null }, false],
    [{ signedOffAt: null }, false],
    [{}, true],
  ])('given a waiver with %j then it counts: %s', (missing, does) => {
    const found = effectiveTerms({ terms: null, participantId: null }, aBackgroundSource(), [
      aWaiver(missing),
    ]);
    expect(found?.names).toBe(does ? 'source' : 'nobody');
  });
});
