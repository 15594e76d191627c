import { expect, it } from 'vitest';
import { requestedAddress } from './requested-address.ts';

it.each([
  ['/articles?state=draft&_rsc=1x', '/articles?state=draft'],
  ['/', '/'],
  ['//', '/'],
  ['///', '/'],
  ['/\\\\', '/'],
  ['http://[', '/'],
  ['*', '/*'],
])('given %j then %j was asked for', (target, address) => {
  expect(requestedAddress(target)).toBe(address);
});
