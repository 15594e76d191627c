import { expect, it } from 'vitest';
import { stancesMeant } from './stance-verbs.ts';

it.each([
  ['opposes', ['rejects', 'refuses']],
  ['Opposed', ['rejects', 'refuses']],
  ['opposing', ['rejects', 'refuses']],
  ['refuse', ['refuses', 'rejects']],
  ['supports', ['supports']],
  ['accepting', ['accepts_if', 'supports']],
  ['wants', ['requires', 'proposes']],
  ['regretted', ['regrets']],
  ['agreed', ['accepts_if', 'supports']],
  ['promises', ['pledges']],
  ['insists', ['requires']],
  ['considers', ['open_to']],
  ['pledging', ['pledges']],
  ['offerred', ['proposes', 'pledges']],
  ['opposition', []],
  ['supporters', []],
  ['wall', []],
  ['constructor', []],
])('“%s” asks for %j', (word, stances) => {
  expect(stancesMeant(word)).toEqual(stances);
});
