import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block } from './blocks.ts';
import { embedHosts, findEmbedTarget } from './embed-target.ts';
import { frameHosts } from './frame-hosts.ts';

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
    [
      'https://youtu.be/aaaaaaaaaaa?start=7',
      'https://www.youtube-nocookie.com/embed/aaaaaaaaaaa?start=7',
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
    ['https://datawrapper.dwcdn.net/aB3dE/1234', 'https://datawrapper.dwcdn.net/aB3dE/1234/'],
    ['https://datawrapper.dwcdn.net/aB3dE', 'https://datawrapper.dwcdn.net/aB3dE/'],
    ['https://www.datawrapper.de/_/aB3dE/', 'https://datawrapper.dwcdn.net/aB3dE/'],
    ['https://www.datawrapper.de/_/aB3dE', 'https://datawrapper.dwcdn.net/aB3dE/'],
    [
      'https://www.openstreetmap.org/export/embed.html?bbox=-1.5,50,2,51.25',
      'https://www.openstreetmap.org/export/embed.html?bbox=-1.5%2C50%2C2%2C51.25&layer=mapnik',
    ],
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
    ['', ''],
    ['90', '?start=90'],
    ['90s', '?start=90'],
    ['2m', '?start=120'],
    ['1m30s', '?start=90'],
    ['1h', '?start=3600'],
    ['12h34m56s', '?start=45296'],
    ['0', ''],
    ['99999', '?start=99999'],
    ['100000', ''],
    ['999m', '?start=59940'],
    ['1000m', ''],
    ['99h', '?start=356400'],
    ['100h', ''],
    ['90x', ''],
    ['x90', ''],
    ['1s1m', ''],
  ])('of a video asked for from “%s” starts there: “%s”', (time, query) => {
    expect(src(`https://youtu.be/aaaaaaaaaaa?t=${time}`)).toBe(
      `https://www.youtube-nocookie.com/embed/aaaaaaaaaaa${query}`,
    );
  });

  it('of a map shows 640 by 400 pixels at its zoom, down to that of a doorway', () => {
    const map = (place: string) => src(`https://www.openstreetmap.org/#map=${place}`);
    const frame = (box: string) =>
      `https://www.openstreetmap.org/export/embed.html?bbox=${box}&layer=mapnik`;
    expect(map('8/0/0')).toBe(frame('-1.75781%2C-1.09863%2C1.75781%2C1.09863'));
    expect(map('8/0/0&layers=C')).toBe(map('8/0/0'));
    expect(map('8.75/60/0')).toBe(frame('-1.75781%2C59.45068%2C1.75781%2C60.54932'));
    expect(map('20/0/0')).toBe(frame('-0.00043%2C-0.00027%2C0.00043%2C0.00027'));
    expect(map('21/0/0')).toBeNull();
    expect(map('8/85/180')).toBe(frame('178.24219%2C84.90425%2C181.75781%2C85.09575'));
    expect(map('8/-85/-180')).toBe(frame('-181.75781%2C-85.09575%2C-178.24219%2C-84.90425'));
    expect(map('8/85.1/0')).toBeNull();
    expect(map('8/-85.1/0')).toBeNull();
    expect(map('8/0/180.1')).toBeNull();
    expect(map('8/0/-180.1')).toBeNull();
  });

  it.each([
    'mlat=52.5',
    'mlon=13.4',
    'mlat=&mlon=13.4',
    'mlat=52.5&mlon=east',
    'mlat=52.5&mlon=13.4%22',
    'mlat=%2252.5&mlon=13.4',
  ])('of a map marks no place that is not given in full, such as %s', (query) => {
    expect(src(`https://www.openstreetmap.org/?${query}#map=8/0/0`)).toBe(
      src('https://www.openstreetmap.org/#map=8/0/0'),
    );
  });

  it.each([
    'https://youtube.com.evil.example/watch?v=aaaaaaaaaaa',
    'https://evil.example/youtube.com/embed/aaaaaaaaaaa',
    'https://www.youtube.com@evil.example/watch?v=aaaaaaaaaaa',
    'https://evil@www.youtube.com/watch?v=aaaaaaaaaaa',
    'https://:evil@www.youtube.com/watch?v=aaaaaaaaaaa',
    'https://www.youtube.com:8443/watch?v=aaaaaaaaaaa',
    'http://www.youtube.com/watch?v=aaaaaaaaaaa',
    'https://www.youtube.com/watch?v=aaaaaaaaaaa%22onload%3D',
    'https://www.youtube.com/embed/../redirect?q=https://evil.example',
    'https://www.youtube.com/redirect?q=https://evil.example',
    'https://www.youtube.com/watch',
    'https://www.youtube.com/watch?v=aaaaaaaaaa',
    'https://www.youtube.com/watch?v=aaaaaaaaaaaa',
    'https://www.youtube.com/live/aaaaaaaaaaaa',
    'https://www.youtube.com/user/live/aaaaaaaaaaa',
    'https://www.youtube.com/aaaaaaaaaaa',
    'https://youtu.be/aaaaaaaaaaaa',
    'https://youtu.be/live/aaaaaaaaaaa',
    'https://vimeo.com/about',
    'https://vimeo.com/channels/76979871',
    'https://vimeo.com/76979871/likes',
    'https://vimeo.com/1234567890123',
    'https://mastodon.example/@desk/109501',
    'https://mastodon.social/@desk',
    'https://mastodon.social/web/@desk/109501',
    'https://mastodon.social/@desk/109501/reblogs',
    'https://mastodon.social/about',
    'https://datawrapper.dwcdn.net/_/aB3dE',
    'https://datawrapper.dwcdn.net/aB3dE/2/embed.js',
    'https://datawrapper.dwcdn.net/aB3dE/12345',
    'https://datawrapper.dwcdn.net/aB3dEf',
    'https://www.datawrapper.de/aB3dE',
    'https://www.datawrapper.de/blog/_/aB3dE',
    'https://www.datawrapper.de/_/aB3dE/edit',
    'https://www.openstreetmap.org/',
    'https://www.openstreetmap.org/?bbox=-1.5,50,2,51.25',
    'https://www.openstreetmap.org/export/embed.html?bbox=-1.5,50,2',
    'https://www.openstreetmap.org/export/embed.html?bbox=-1.5,50,2,51.25,1',
    'https://www.openstreetmap.org/export/embed.html?bbox=x-1.5,50,2,51.25',
    'https://www.openstreetmap.org/export/embed.html#map=12/51/13.4',
    'https://mastodon.social/@desk/109501/../../evil',
    'https://www.openstreetmap.org/#map=12/91/13.4',
    'https://www.openstreetmap.org/user/somebody#map=12/51/13.4',
    'https://www.openstreetmap.org/#x#map=12/51/13.4',
    'javascript:alert(1)',
    'not an address',
  ])('is none of %s', (href) => {
    expect(src(href)).toBeNull();
  });

  it.each([
    ['12345', null],
    ['123456', '&h=123456'],
    ['0123456789abcdef0123', '&h=0123456789abcdef0123'],
    ['0123456789abcdef01234', null],
    ['8272103f6eg', null],
    ['g8272103f6e', null],
  ])('of an unlisted video is asked for with its key; of the key %s comes %s', (key, query) => {
    const frame = `https://player.vimeo.com/video/76979871?dnt=1`;
    expect(src(`https://player.vimeo.com/video/76979871?h=${key}`)).toBe(`${frame}${query ?? ''}`);
    expect(src(`https://vimeo.com/76979871/${key}`)).toBe(query && `${frame}${query}`);
  });

  it('lists the hosts that a document’s page has to allow, and no others', () => {
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

  it('is of a host on the list and spelled without anything to escape, for any input', () => {
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

describe('the description of an embed for readers', () => {
  it.each([
    [
      'https://youtu.be/aaaaaaaaaaa?si=tracked',
      'https://www.youtube.com/watch?v=aaaaaaaaaaa',
      { provider: 'youtube', kind: 'video', name: 'YouTube', owner: 'Google', sendsReferrer: true },
    ],
    [
      'https://www.youtube-nocookie.com/embed/aaaaaaaaaaa?start=42',
      'https://www.youtube.com/watch?v=aaaaaaaaaaa&t=42',
      { provider: 'youtube', kind: 'video', name: 'YouTube', owner: 'Google', sendsReferrer: true },
    ],
    [
      'https://player.vimeo.com/video/76979871?app_id=1',
      'https://vimeo.com/76979871',
      { provider: 'vimeo', kind: 'video', name: 'Vimeo', owner: null, sendsReferrer: false },
    ],
    [
      'https://player.vimeo.com/video/76979871?h=8272103f6e',
      'https://vimeo.com/76979871/8272103f6e',
      { provider: 'vimeo', kind: 'video', name: 'Vimeo', owner: null, sendsReferrer: false },
    ],
    [
      'https://mas.to/@desk/109501/embed?from=mail',
      'https://mas.to/@desk/109501',
      { provider: 'mastodon', kind: 'post', name: 'Mastodon', owner: null, sendsReferrer: false },
    ],
    [
      'https://openstreetmap.org/#map=8/0/0',
      'https://www.openstreetmap.org/export/embed.html?bbox=-1.75781%2C-1.09863%2C1.75781%2C1.09863&layer=mapnik',
      {
        ...{ provider: 'openstreetmap', kind: 'map', name: 'OpenStreetMap' },
        ...{ owner: null, sendsReferrer: false },
      },
    ],
    [
      'https://www.datawrapper.de/_/aB3dE?from=mail',
      'https://datawrapper.dwcdn.net/aB3dE/',
      {
        provider: 'datawrapper',
        kind: 'chart',
        name: 'Datawrapper',
        owner: null,
        sendsReferrer: false,
      },
    ],
  ])('of %s leads to %s, and who is asked', (href, page, site) => {
    expect(findEmbedTarget(href)).toMatchObject({ page, ...site });
  });

  it.each([
    ...['youtube.com', 'www.youtube.com', 'm.youtube.com', 'www.youtube-nocookie.com'].map(
      (host) => `https://${host}/embed/aaaaaaaaaaa`,
    ),
    ...['www.youtube.com/shorts', 'www.youtube.com/live', 'youtu.be'].map(
      (path) => `https://${path}/aaaaaaaaaaa`,
    ),
    ...['vimeo.com', 'www.vimeo.com', 'player.vimeo.com/video'].map((path) => `https://${path}/1`),
    ...['mastodon.social', 'mastodon.online', 'mstdn.social', 'mas.to', 'journa.host'].map(
      (host) => `https://${host}/@desk/1`,
    ),
    ...['openstreetmap.org', 'www.openstreetmap.org'].map((host) => `https://${host}/#map=1/0/0`),
  ])('of %s is known', (href) => {
    expect(findEmbedTarget(href)).not.toBeNull();
  });
});
