import { expect, test } from 'vitest';
import { formerPath } from './former-path.ts';

test.each([
  ['https://old.example.org/2019/04/ports/', '/2019/04/ports'],
  ['/2019/04/ports', '/2019/04/ports'],
  ['/2019/04/Ports/?utm_source=letter#top', '/2019/04/ports'],
  ['/%e6%b8%af/', '/港'],
  ['/%E6%B8%AF', '/港'],
  ['/%ff', '/%ff'],
  ['/?p=7', '/?p=7'],
  ['https://old.example.org/?page_id=7&x=1', '/?p=7'],
  ['/ports?p=7', '/ports'],
  ['/', null],
  ['/?p=x', null],
  ['https://old.example.org', null],
  [`/${'x'.repeat(3000)}`, null],
  ['http://[', null],
])('%s is compared as %s', (target, path) => {
  expect(formerPath(target)).toBe(path);
});
