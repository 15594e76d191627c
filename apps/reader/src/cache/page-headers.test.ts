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
