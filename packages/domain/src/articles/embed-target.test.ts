import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block } from './document.ts';
import { embedHosts, findEmbedTarget, frameHosts } from './embed-target.ts';

const src = (href: string) => findEmbedTarget(href)?.src ?? null;

describe('the frame of an embed', () => {
  it.each([
    [
      'https://www.youtube.com/watch?v=a-b_c123456',
      'https://www.youtube-nocookie.com/embed/a-b_c123456',
    ],
    [
      'https://youtu.be/aaaaaaaaaaa?t=1m30s',
      'https://www.youtube-nocookie.com/embed/aaaaaaaaaaa?start=90',
    ],
    [
      'https://m.youtube.com/watch?list=x&v=aaaaaaaaaaa&t=42',
      'https://www.youtube-nocookie.com/embed/aaaaaaaaaaa?start=42',
    ],
    [
      'https://www.youtube.com/live/aaaaaaaaaaa?si=tracked',
      'https://www.youtube-nocookie.com/embed/aaaaaaaaaaa',
    ],
    ['https://vimeo.com/76979871', 'https://player.vimeo.com/video/76979871?dnt=1'],
    [
      'https://vimeo.com/76979871/8272103f6e',
      'https://player.vimeo.com/video/76979871?dnt=1&h=8272103f6e',
    ],
    [
      'https://player.vimeo.com/video/1?h=8272103f6e',
      'https://player.vimeo.com/video/1?dnt=1&h=8272103f6e',
    ],
    ['https://mastodon.social/@desk/109501', 'https://mastodon.social/@desk/109501/embed'],
    ['https://datawrapper.dwcdn.net/aB3dE/2/', 'https://datawrapper.dwcdn.net/aB3dE/2/'],
    ['https://www.datawrapper.de/_/aB3dE/', 'https://datawrapper.dwcdn.net/aB3dE/'],
    [
      'https://www.openstreetmap.org/#map=1/0/0',
      'https://www.openstreetmap.org/export/embed.html?bbox=-225.00000%2C-140.62500%2C225.00000%2C140.62500&layer=mapnik',
    ],
    [
      'https://www.openstreetmap.org/?mlat=52.5&mlon=13.4#map=12/52.5/13.4',
      'https://www.openstreetmap.org/export/embed.html?bbox=13.29014%2C52.45820%2C13.50986%2C52.54180&layer=mapnik&marker=52.5%2C13.4',
    ],
  ])('of %s', (href, expected) => {
    expect(src(href)).toBe(expected);
  });

  it.each([
    'https://youtube.com.evil.example/watch?v=aaaaaaaaaaa',
    'https://evil.example/youtube.com/embed/aaaaaaaaaaa',
    'https://www.youtube.com@evil.example/watch?v=aaaaaaaaaaa',
    'https://www.youtube.com:8443/watch?v=aaaaaaaaaaa',
    'http://www.youtube.com/watch?v=aaaaaaaaaaa',
    'https://www.youtube.com/watch?v=aaaaaaaaaaa%22onload%3D',
    'https://www.youtube.com/embed/../redirect?q=https://evil.example',
    'https://www.youtube.com/redirect?q=https://evil.example',
    'https://vimeo.com/about',
    'https://mastodon.example/@desk/109501',
    'https://mastodon.social/@desk/109501/../../evil',
    'https://www.openstreetmap.org/#map=12/91/13.4',
    'https://www.openstreetmap.org/user/somebody#map=12/51/13.4',
    'javascript:alert(1)',
    'not an address',
  ])('is none of %s', (href) => {
    expect(src(href)).toBeNull();
  });

  it('tells of a document which hosts its page has to allow, and no others', () => {
    const embed = (href: string): Block => ({
      type: 'embed',
      attrs: { kind: 'video', href, title: 'The weir', mediaId: null, alt: '' },
    });
    const content = [
      embed('https://vimeo.com/1'),
      embed('https://youtu.be/aaaaaaaaaaa'),
      embed('https://vimeo.com/2'),
      embed('https://evil.example/embed/1'),
    ];
    expect(frameHosts({ type: 'doc', content })).toEqual([
      'player.vimeo.com',
      'www.youtube-nocookie.com',
    ]);
    expect(frameHosts({ type: 'doc', content: content.slice(3) })).toEqual([]);
  });

  const host = fc.constantFrom(
    ...['www.youtube.com', 'youtu.be', 'vimeo.com', 'mastodon.social', 'mas.to'],
    ...['www.openstreetmap.org', 'datawrapper.dwcdn.net', 'evil.example'],
  );
  const part = fc.oneof(
    fc.string({ maxLength: 15 }),
    fc.constantFrom('watch', 'embed', '@desk', '109501', 'aaaaaaaaaaa', 'aB3dE', '..', '%2e%2e'),
  );
  const address = fc
    .record({
      host,
      path: fc.array(part, { maxLength: 4 }),
      query: fc.dictionary(fc.constantFrom('v', 't', 'h', 'bbox', 'mlat', 'mlon', 'start'), part),
      hash: fc.oneof(part, fc.constantFrom('#map=3/1.5/2', '#map=3/1.5/2"><script>')),
    })
    .map(({ host, path, query, hash }) => {
      return `https://${host}/${path.join('/')}?${new URLSearchParams(query)}#${hash}`;
    });

  it('is of a host on the list and spelled without anything to escape, whatever is asked', () => {
    let frames = 0;
    fc.assert(
      fc.property(fc.oneof(address, fc.webUrl(), fc.string()), (href) => {
        const target = findEmbedTarget(href);
        if (target === null) return;
        frames += 1;
        expect(target.src).toMatch(/^https:\/\/[a-z.-]+\/[\w@/.?=&%-]*$/);
        const { hostname, username, port, hash, href: whole } = new URL(target.src);
        expect([hostname, username, port, hash]).toEqual([target.host, '', '', '']);
        expect(embedHosts).toContain(hostname);
        // Its own page leads to the same frame, so that nothing is lost by keeping that instead.
        expect(src(target.page)).toBe(target.src);
        // Nothing in it that a browser would read as another path.
        expect(whole).toBe(target.src);
      }),
      { numRuns: 3000 },
    );
    expect(frames).toBeGreaterThan(0);
  });
});
