import type { Document } from '@viewpoints/domain/document/document';
import { documentText } from '@viewpoints/domain/document/document-text';
import { describe, expect, test } from 'vitest';
import type { MappedItem } from '../core/foreign-source.ts';
import { readItems } from '../core/read-items.ts';
import { openGhost } from './open-ghost.ts';
import { type BuiltPost, buildGhost } from './testing/build-ghost.ts';

const site = { address: 'https://old.example.org', pattern: '/{slug}/' };

async function readAll(
  posts: readonly BuiltPost[],
  { pages = false, pattern = site.pattern } = {},
) {
  const bytes = Buffer.from(buildGhost(posts));
  const open = async function* () {
    yield bytes;
  };
  const opened = await openGhost({ open }, { site: { ...site, pattern }, pages });
  const broughtIn: { mapped: MappedItem; document: Document }[] = [];
  const report = await readItems(opened, {
    bringIn: async (mapped, document) => {
      broughtIn.push({ mapped, document });
    },
  });
  return {
    opened,
    report,
    broughtIn,
    points: report.items.map(({ points }) => points.map(({ code }) => code)),
  };
}

const textOf = async (html: string) => {
  const { broughtIn, points } = await readAll([{ id: '1', html }]);
  const [first] = broughtIn;
  if (first === undefined) throw new Error('it did not come in');
  const lines = first.document.content.map(
    (block) => documentText({ type: 'doc', content: [block] }).text,
  );
  return { document: first.document, lines, points: points[0] };
};

describe('what a post becomes', () => {
  test('its title, excerpt, address, date, authors in order, and tags that are not internal', async () => {
    const { broughtIn, report, opened } = await readAll([
      {
        ...{ id: '65a', title: 'Ports &amp; dues', slug: 'ports', authors: ['u2', 'u1'] },
        ...{ custom_excerpt: 'What ships pay.', tags: ['t2', 't3', 't1'] },
        html: '<p>They pay.</p>',
      },
    ]);
    expect(opened.key).toBe('ghost https://old.example.org');
    expect(report.site).toEqual({
      ...{ title: 'The Quay Review', address: site.address, language: 'en' },
    });
    expect(broughtIn[0]?.mapped).toMatchObject({
      ...{ foreignId: '65a', headline: 'Ports & dues', standfirst: 'What ships pay.' },
      ...{ slug: 'ports', address: 'https://old.example.org/ports/', status: 'published' },
      ...{ publishedAt: '2019-04-02T08:30:00.000Z', authors: ['Otto Falk', 'Mira Solberg'] },
      topics: [
        { name: 'Dues', slug: 'dues' },
        { name: 'Harbours', slug: 'harbours' },
      ],
      formerPaths: ['/ports'],
    });
    expect(report.items[0]).toMatchObject({ comesIn: true, words: 2, points: [] });
  });

  test.each<[string, Omit<BuiltPost, 'id'>, string, string[]]>([
    ['published', {}, 'published', []],
    ['a draft', { status: 'draft' }, 'draft', []],
    ['scheduled', { status: 'scheduled' }, 'scheduled', ['is_scheduled']],
    ['sent', { status: 'sent' }, 'private', ['is_email']],
    ['an e-mail alone', { meta: { email_only: 1 } }, 'published', ['is_email']],
    ['for members', { visibility: 'members' }, 'published', ['is_for_members']],
    ['for those who pay', { visibility: 'paid' }, 'published', ['is_for_members']],
    ['for tiers', { visibility: 'tiers' }, 'published', ['is_for_members']],
    ['of a filter', { visibility: 'label:vip' }, 'published', ['is_for_members']],
    ['in another state', { status: 'vetoed' }, 'unknown', ['status_unknown']],
    ['without a date', { published_at: null }, 'published', ['date_missing']],
    ['without a title', { title: '' }, 'published', ['headline_missing']],
    ['of nobody', { authors: ['u9'] }, 'published', ['author_unknown']],
  ])('one that is %s', async (_, post, status, codes) => {
    const { report, points } = await readAll([{ id: '1', ...post }]);
    expect(report.items[0]).toMatchObject({ status, comesIn: true });
    expect(points).toEqual([codes]);
  });

  test.each([
    ['2019-04-02T08:30:00.000Z', '2019-04-02T08:30:00.000Z'],
    ['2019-04-02 08:30:00', '2019-04-02T08:30:00.000Z'],
    [1_554_193_800_000, '2019-04-02T08:30:00.000Z'],
    ['0000-00-00 00:00:00', null],
    [Number.MAX_VALUE, null],
  ])('its date is read as UTC: %s', async (published, at) => {
    const { report } = await readAll([{ id: '1', published_at: published }]);
    expect(report.items[0]?.publishedAt).toBe(at);
  });

  test('code that was put into its page is reported, and nowhere else', async () => {
    const { report, points, broughtIn } = await readAll([
      { id: '1', codeinjection_head: '<script>steal()</script>', codeinjection_foot: ' ' },
    ]);
    expect(points).toEqual([['code_injected']]);
    expect(JSON.stringify([report, broughtIn])).not.toContain('steal');
  });

  test('another address as its first is reported; one of its own site leads to it', async () => {
    const { broughtIn, points } = await readAll([
      { id: '1', slug: 'a', canonical_url: 'https://elsewhere.example/a' },
      { id: '2', slug: 'b', canonical_url: '__GHOST_URL__/older/b/' },
    ]);
    expect(points).toEqual([['canonical_elsewhere'], []]);
    expect(broughtIn.map(({ mapped }) => mapped.formerPaths)).toEqual([['/a'], ['/b', '/older/b']]);
  });

  test('its address is made by the pattern of the site', async () => {
    const { broughtIn } = await readAll([{ id: '1', slug: 'a', tags: ['t1'] }], {
      pattern: '/{topic}/{year}/{month}/{slug}/',
    });
    expect(broughtIn[0]?.mapped.address).toBe('https://old.example.org/harbours/2019/04/a/');
  });

  test('pages come in where that is asked, under their own addresses', async () => {
    const page = { id: '1', type: 'page', slug: 'about' };
    expect((await readAll([page])).report.leftOut).toEqual([
      { type: 'page', why: 'page', count: 1 },
    ]);
    const old = { id: '2', type: null, page: 1, slug: 'older' };
    const { broughtIn } = await readAll([page, old], { pages: true, pattern: '/{year}/{slug}/' });
    expect(broughtIn.map(({ mapped }) => mapped.address)).toEqual([
      'https://old.example.org/about/',
      'https://old.example.org/older/',
    ]);
  });

  test('one whose words are in another form than HTML stays out and is named', async () => {
    const lexical = '{"root":{"children":[{"type":"paragraph","children":[{"text": "Words"}]}]}}';
    const { report, points } = await readAll([
      { id: '1', html: null, lexical },
      { id: '2', html: null, title: '' },
      { id: 'with spaces', slug: 'x', html: '<p>x</p>' },
      { id: '4', html: `${'<div>'.repeat(400)}x` },
      { id: '5', html: 'x'.repeat(2_500_001) },
    ]);
    expect(points).toEqual([
      ['text_missing'],
      ['empty'],
      ['unreadable'],
      ['too_long'],
      ['too_long'],
    ]);
    expect(report.items.every(({ comesIn }) => !comesIn)).toBe(true);
  });

  test('nothing of people but their names is anywhere', async () => {
    const { report, broughtIn, opened } = await readAll([{ id: '1' }]);
    const all = JSON.stringify([report, broughtIn, opened]);
    expect(all).not.toContain('private.example');
    expect(all).not.toContain('nobody may know');
    expect(all).not.toContain('$2b$');
  });
});

describe('its text', () => {
  test('has a picture at its head, described and with its caption, once', async () => {
    const picture = '__GHOST_URL__/content/images/2019/crane.jpg';
    const meta = { feature_image_alt: 'A "crane"', feature_image_caption: 'By <b>Otto</b>' };
    const { broughtIn } = await readAll([
      { id: '1', feature_image: picture, meta },
      { id: '2', feature_image: picture, meta, html: `<figure><img src="${picture}"></figure>` },
    ]);
    const pictures = broughtIn.map(({ mapped }) =>
      mapped.blocks?.filter((block) => block.type === 'picture'),
    );
    expect(pictures[0]).toEqual([
      {
        ...{ type: 'picture', alt: 'A "crane"', attachment: null, file: null },
        address: 'https://old.example.org/content/images/2019/crane.jpg',
        caption: [
          { type: 'text', text: 'By ' },
          { type: 'text', text: 'Otto', marks: [{ type: 'strong' }] },
        ],
      },
    ]);
    expect(pictures[1]).toHaveLength(1);
  });

  test('leads to the old site where Ghost has a name for it', async () => {
    const { document } = await textOf(
      '<p><a href="__GHOST_URL__/b/">b</a> <a href="/c/">c</a> <a href="d/">d</a></p>',
    );
    expect(JSON.stringify(document).match(/https:[^"]*/g)).toEqual([
      'https://old.example.org/b/',
      'https://old.example.org/c/',
      'https://old.example.org/post-1/d/',
    ]);
  });

  test('has its cards as what articles have', async () => {
    const { lines, document, points } = await textOf(`<p>Before.</p>
      <figure class="kg-card kg-bookmark-card kg-card-hascaption"><a class="kg-bookmark-container" href="https://port.example/plan"><div class="kg-bookmark-content"><div class="kg-bookmark-title">The plan</div><div class="kg-bookmark-description">Long words</div><div class="kg-bookmark-metadata"><img class="kg-bookmark-icon" src="https://port.example/i.png"></div></div><div class="kg-bookmark-thumbnail"><img src="https://port.example/t.jpg"></div></a><figcaption>Of the port</figcaption></figure>
      <div class="kg-card kg-callout-card kg-callout-card-blue"><div class="kg-callout-emoji">💡</div><div class="kg-callout-text">Mind the quay.</div></div>
      <div class="kg-card kg-toggle-card"><div class="kg-toggle-heading"><h4 class="kg-toggle-heading-text">More</h4><button class="kg-toggle-card-icon"><svg></svg></button></div><div class="kg-toggle-content"><p>Hidden once.</p></div></div>
      <div class="kg-card kg-file-card"><a class="kg-file-card-container" href="__GHOST_URL__/content/files/a.pdf" title="Download"><div class="kg-file-card-contents"><div class="kg-file-card-title">The minutes</div><div class="kg-file-card-filesize">3 KB</div></div></a></div>
      <figure class="kg-card kg-video-card"><div class="kg-video-container"><video src="__GHOST_URL__/content/media/a.mp4"></video><div class="kg-video-player"><button>play</button><span>0:00</span></div></div></figure>
      <div class="kg-card kg-button-card"><a href="https://port.example/join" class="kg-btn">Join</a></div>
      <!--members-only--><p>After.</p>`);
    expect(lines).toEqual([
      'Before.',
      'The plan',
      'Of the port',
      'Mind the quay.',
      'More',
      'Hidden once.',
      'The minutes',
      'https://old.example.org/content/media/a.mp4',
      'Join',
      'After.',
    ]);
    expect(points?.toSorted()).toEqual([
      ...['bookmark', 'card', 'card', 'file_link', 'members_from_here', 'recording'],
    ]);
    expect(JSON.stringify(document)).toContain('https://port.example/plan');
    expect(JSON.stringify(document)).toContain('https://old.example.org/content/files/a.pdf');
  });

  test('runs nothing, and shows nothing that was hidden', async () => {
    const { document, points } = await textOf(`<p onclick="steal()">One</p><script>steal()</script>
      <p><a href="javascript:steal()">two</a> <a href="data:text/html,steal()">three</a></p>
      <figure class="kg-card kg-bookmark-card"><a class="kg-bookmark-container" href=" jAvaScript:steal()"><div class="kg-bookmark-title">four</div></a></figure>
      <img src="javascript:steal()" onerror="steal()"><svg onload="steal()"><text>steal()</text></svg>
      <iframe src="javascript:steal()"></iframe><div style="display:none">steal()</div>`);
    // The words of a lone address are shown as what they are, and lead nowhere.
    expect(JSON.stringify(document)).not.toMatch(/"href":"(?!https?:)/);
    expect(points).toEqual(
      expect.arrayContaining(['object', 'hidden', 'picture_refused', 'bookmark']),
    );
  });

  test('may have huge attributes', async () => {
    const long = 'x'.repeat(300_000);
    const { document } = await textOf(
      `<p title="${long}">One <a href="https://port.example/${long}">two</a> <img src="https://port.example/${long}.png" alt="${long}"></p>`,
    );
    expect(JSON.stringify(document).length).toBeLessThan(10_000);
  });
});
