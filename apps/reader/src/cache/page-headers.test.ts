import { describe, expect, it } from 'vitest';
import { securityHeaders } from '../http/security-headers.ts';
import { headersOfPage } from './page-headers.ts';

const always = securityHeaders({ secure: true, dev: false });
const of = (page: Parameters<typeof headersOfPage>[1]) =>
  new Map(headersOfPage(always, page).map(([name, value]) => [name, value]));

describe('the headers of one page', () => {
  it('are those of all where it shows nothing of other sites', () => {
    expect(headersOfPage(always, { type: 'text/html; charset=utf-8' })).toBe(always);
    expect(of({ type: 'text/html' }).get('Content-Security-Policy')).not.toContain('frame-src');
  });

  it('allow the frames that it names, and widen nothing else', () => {
    const page = { type: 'text/html', frames: ['player.vimeo.com', 'www.openstreetmap.org'] };
    const policy = of(page).get('Content-Security-Policy') ?? '';
    expect(policy).toBe(
      `${new Map(always).get('Content-Security-Policy')}; frame-src https://player.vimeo.com https://www.openstreetmap.org`,
    );
    expect(of(page).get('Cross-Origin-Resource-Policy')).toBe('same-origin');
  });

  it('let a picture be shown on other sites', () => {
    expect(of({ type: 'image/png' }).get('Cross-Origin-Resource-Policy')).toBe('cross-origin');
    expect(of({ type: 'image/png' }).size).toBe(always.length);
  });
});

describe('the headers of what other sites show or read', () => {
  it('let only what is made to be embedded be framed', () => {
    const embedded = of({ type: 'text/html', isEmbed: true });
    expect(embedded.get('Content-Security-Policy')).toContain('frame-ancestors *;');
    expect(embedded.has('X-Frame-Options')).toBe(false);
    for (const type of ['text/html', 'image/svg+xml', 'application/json'])
      expect([type, of({ type }).get('X-Frame-Options')]).toEqual([type, 'DENY']);
  });

  it.each([
    'application/rss+xml; charset=utf-8',
    'application/atom+xml; charset=utf-8',
    'application/feed+json; charset=utf-8',
    'application/json; charset=utf-8',
    'text/markdown; charset=utf-8',
    'text/csv; charset=utf-8; header=present',
  ])('let scripts of any site read %s', (type) => {
    expect(of({ type }).get('Access-Control-Allow-Origin')).toBe('*');
    expect(of({ type }).get('Cross-Origin-Resource-Policy')).toBe('cross-origin');
  });

  it.each(['text/html; charset=utf-8', 'text/plain', 'application/jsonp'])(
    'let no script read %s',
    (type) => {
      expect(of({ type }).has('Access-Control-Allow-Origin')).toBe(false);
    },
  );
});
