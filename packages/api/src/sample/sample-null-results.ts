import type { SampleNullResult } from './sample-content.ts';

/** When the desk had looked for all of them, and proposed them. */
export const nullResultsAt = '2026-09-15T09:00:00.000Z';

export const sampleNullResults: SampleNullResult[] = [
  {
    ...{ actor: 'presidency-of-tarsova', issue: 'valley-statute', register: 'public' },
    searched:
      'Decrees, communiqués and press briefings of the Presidency, November 2024 to August 2026.',
    asOf: '2024-11/2026-08',
  },
  {
    ...{ actor: 'presidency-of-tarsova', issue: 'foreign-monitors', register: 'public' },
    searched:
      'Decrees, communiqués and press briefings of the Presidency, November 2024 to August 2026.',
    asOf: '2024-11/2026-08',
  },
  {
    ...{ actor: 'velmark', issue: 'foreign-monitors', register: 'private' },
    searched: 'Every account of closed sessions that this journal was given, to July 2026.',
    asOf: '2026-07',
  },
  {
    ...{ actor: 'field-command', issue: 'foreign-monitors', register: 'both' },
    searched: 'Orders of the day, broadcasts and notes of what its officers said, to August 2026.',
    asOf: '2026-08',
  },
];
