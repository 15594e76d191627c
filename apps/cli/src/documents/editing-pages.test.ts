import { readFileSync } from 'node:fs';
import { FindingsFile } from '@viewpoints/api/import/findings-file';
import type { Waiver } from '@viewpoints/domain/attribution/terms';
import { wordAttribution } from '@viewpoints/domain/attribution/wording';
import type { Source } from '@viewpoints/domain/sources/source';
import { aBackgroundSource, aWaiver, ids } from '@viewpoints/domain/testing/builders';
import { describe, expect, test } from 'vitest';

const read = (name: string) =>
  readFileSync(new URL(`../../../../docs/editing/${name}.md`, import.meta.url), 'utf8');
const page = read('terms');
const onSource = { sourceId: ids.source, terms: null, descriptor: null, participantId: null };

function readersSee(source: Source, waivers: Waiver[] = [], participantId: string | null = null) {
  const worded = wordAttribution({ ...onSource, participantId }, source, waivers, 'en');
  if (!worded.ok) throw new Error('the example is refused');
  return `${worded.source.wording} · ${worded.source.termsLabel}`;
}

const interview = aBackgroundSource({
  title: 'Interview at the Selk weir',
  issued: '2031-05',
  publisher: null,
  descriptor: 'an official of the river board',
});
const meeting = aBackgroundSource({
  title: 'Meeting on the lowland canals',
  terms: { attribution: 'chatham_house', disclosure: 'clear' },
  descriptor: null,
  participants: [
    { id: ids.participant, name: 'Mara Senn', affiliation: 'Harbour Union', alsoProtected: [] },
  ],
});
const briefing = aBackgroundSource({
  title: 'Briefing before the toll vote',
  terms: { attribution: 'deep_background', disclosure: 'clear' },
  descriptor: null,
});

describe('what the page on terms says that readers see', () => {
  test.each([
    ['on background', readersSee(interview)],
    ['with a waiver for everybody there', readersSee(interview, [aWaiver()])],
    ['under the Chatham House Rule', readersSee(meeting)],
    [
      'with the waiver of a participant',
      readersSee(meeting, [aWaiver({ participantId: ids.participant })], ids.participant),
    ],
    ['on deep background', readersSee(briefing)],
  ])('given a source %s then the page has its wording and its label', (_, seen) => {
    expect(page.replace(/\s+/g, ' ')).toContain(seen);
  });
});

test('the file of findings on the page on importing is one that is taken', () => {
  const [, file = ''] = /```json\n([\s\S]*?)```/.exec(read('importing')) ?? [];
  expect(FindingsFile.safeParse(JSON.parse(file))).toMatchObject({ success: true });
});
