import { describe, expect, it } from 'vitest';
import { referringHost } from './referring-host.ts';

const from = (referer: string) => referringHost(referer, 'journal.example');

describe('where a reader came from', () => {
  it('is a host, and nothing of the page', () => {
    expect(from('https://www.search.example/find?q=a+private+matter#x')).toBe('search.example');
    expect(from('http://USER:word@News.example:8080/a')).toBe('news.example');
    expect(from('https://bücher.example/')).toBe('xn--bcher-kva.example');
  });

  it.each([
    'https://journal.example/articles/x',
    'https://www.journal.example/',
    'android-app://com.mail.example/',
    'https://192.0.2.7/',
    'https://[2001:db8::1]/',
    'http://3221225985/',
    'http://intranet/wiki',
    'about:blank',
    'not an address',
    `https://${'a'.repeat(300)}.example/`,
    '',
  ])('given %j is not said', (referer) => {
    expect(from(referer)).toBeNull();
  });
});
