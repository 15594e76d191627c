import { expect, test } from 'vitest';
import { securityHeaders } from '../http/security-headers.ts';
import { previewHeaders } from './answer-preview.ts';
import { previewDocument } from './preview-page.ts';

const admin = 'https://desk.journal.example';

test('a preview is framed by the admin alone, not cached and not indexed', () => {
  const always = securityHeaders({ secure: true, dev: false });
  const headers = new Headers(previewHeaders(always, admin).map(([name, value]) => [name, value]));
  const policy = headers.get('content-security-policy')?.split('; ');
  expect(policy).toContain(`frame-ancestors ${admin}`);
  expect(policy?.filter((each) => each.startsWith('frame-ancestors'))).toHaveLength(1);
  expect(policy).toContain("script-src 'self'");
  expect(headers.has('x-frame-options')).toBe(false);
  expect(headers.get('cache-control')).toBe('no-store');
  expect(headers.get('referrer-policy')).toBe('no-referrer');
  expect(headers.get('x-robots-tag')).toContain('noindex');
  // Every other page of the site.
  const [, usual = ''] = always.find(([name]) => name === 'Content-Security-Policy') ?? [];
  expect(usual).toContain("frame-ancestors 'none'");
  expect(new Headers(always).get('x-frame-options')).toBe('DENY');
});

const id = '0193b0f5-3b1c-7c41-9f5e-4a3f0d2b9c11';
const page = `<html lang="en"><head></head><body><main><a class="x" href="#note-1">1</a> <a href="/topics/water">Water</a><picture><source type="image/avif" srcSet="/media/${id}/400.avif 400w" sizes="x"/><img src="/media/${id}/960.jpg" srcSet="/media/${id}/400.jpg 400w" alt="A weir"/></picture></main></body></html>`;
const shown = (pictures: { id: string; path: string; mediaType: string; sha256: string }[]) =>
  previewDocument(page, {
    attributes: `data-preview="${admin}"`,
    script: '/_next/static/scripts/preview.x.js',
    pictures,
    from: null,
  });

test('its links open elsewhere, but for those within the page', async () => {
  const html = await shown([]);
  expect(html).toContain('<base target="_blank"/>');
  expect(html).toContain('<a target="_self" class="x" href="#note-1">');
  expect(html).toContain('<a href="/topics/water">');
  expect(html).toContain(`data-preview="${admin}"`);
});

test('a picture that readers cannot get is requested at no address', async () => {
  expect(await shown([])).toContain(`/media/${id}/960.jpg`);
  const own = await shown([{ id, path: id, mediaType: 'image/png', sha256: 'x' }]);
  expect(own).not.toContain('/media/');
  expect(own).toContain('alt="A weir"');
});
