import { expect, it } from 'vitest';
import { addressAsked } from './address-asked.ts';

it.each([
  ['/articles?state=draft&_rsc=1x', '/articles?state=draft'],
  ['/', '/'],
  ['//', '/'],
  ['///', '/'],
  ['/\\\\', '/'],
  ['http://[', '/'],
  ['*', '/*'],
])('given %j then %j was asked for', (target, address) => {
  expect(addressAsked(target)).toBe(address);
});
