import type { Kind } from './kinds.ts';

/**
 * What each kind is, in a sentence for programmers. Not in the table of kinds, which browsers of editors load.
 */
export const kindMeanings: Record<Kind, string> = {
  article: 'Articles as they are now, and each published version as it was.',
  page: 'Pages of the journal about itself, such as who makes it and how to write to it.',
  finding:
    'Reported positions. Keep with each its holders, its conditions, its state and the wording of its source.',
  actor: 'States, bodies and people that hold positions.',
  author: 'Those named in bylines.',
  issue: 'What positions are about.',
  topic: 'What articles are sorted by, in the order of the navigation.',
  series: 'Articles in several parts.',
  place: 'Places that findings are about.',
  source: 'Sources that may be named. One that terms protect has no address.',
};
