import { expect, test } from 'vitest';
import { withoutRedirect } from './redirect.ts';

test.each([
  [
    'https://www.google.com/url?q=https://halden.example/a%3Fb%3D1&sa=D',
    'https://halden.example/a?b=1',
  ],
  [
    'https://nam12.safelinks.protection.outlook.com/?url=https%3A%2F%2Fhalden.example%2F&data=05',
    'https://halden.example/',
  ],
  [
    'https://statics.teams.cdn.office.net/evergreen-assets/safelinks/2/atp-safelinks.html?url=https%3A%2F%2Fhalden.example%2Fb&locale=en',
    'https://halden.example/b',
  ],
  ['https://www.google.com/url?q=http://halden.example/', 'http://halden.example/'],
])('%s leads to %s', (href, target) => {
  expect(withoutRedirect(href)).toBe(target);
});

test.each([
  'https://halden.example/url?q=https://else.example/',
  'https://www.google.com/search?q=harbour',
  'https://www.google.com/url?q=javascript:alert(1)',
  'https://www.google.com/url?q=javascript:https://halden.example/',
  'https://nam12.safelinks.protection.outlook.com/?data=05',
])('%s stays', (href) => {
  expect(withoutRedirect(href)).toBe(href);
});
