import type { Document } from '@viewpoints/domain/document/document';
import { documentText } from '@viewpoints/domain/document/document-text';
import { describe, expect, test } from 'vitest';
import type { MappedItem } from '../core/foreign-source.ts';
import { readItems } from '../core/read-items.ts';
import { type OpenFeed, openFeed } from './open-feed.ts';
import { buildAtom, buildRss } from './testing/build-feed.ts';

async function readAll(texts: string | readonly string[], options: Partial<OpenFeed> = {}) {
  const files = [texts].flat().map((text) => ({
    open: async function* () {
      yield Buffer.from(text);
    },
  }));
  const source = await openFeed(files, {
    ...{ address: null, encoding: null, pages: false, isWhole: false },
    ...options,
  });
  const broughtIn: { mapped: MappedItem; document: Document }[] = [];
  const report = await readItems(source, {
    bringIn: async (mapped, document) => {
      broughtIn.push({ mapped, document });
    },
  });
  const codes = report.items.map(({ points }) => points.map(({ code }) => code));
  return { source, report, broughtIn, codes, first: broughtIn[0]?.mapped };
}

const linesOf = (document: Document | undefined) =>
  (document?.content ?? []).map((block) => documentText({ type: 'doc', content: [block] }).text);

const link = '<link>https://old.example.org/2019/ports.html</link>';
const text = '<content:encoded><![CDATA[<p>They pay.</p>]]></content:encoded>';
const date = '<pubDate>Tue, 02 Apr 2019 10:30:00 +0200</pubDate>';
const whole = `<title>Ports</title>${link}${text}${date}<dc:creator>Mira Solberg</dc:creator>`;

describe('an item of RSS', () => {
  test('becomes a draft with its address, date, author and topics', async () => {
    const { source, report, first, broughtIn } = await readAll(
      buildRss([
        `<title>Ports &amp;amp; dues</title>${link}<guid isPermaLink="false">tag:7</guid>${date}
         <author>mira@private.example (Mira Solberg)</author><dc:creator>Otto Falk</dc:creator>
         <category domain="x">Harbours</category><category>Dues</category><dc:subject>Ships</dc:subject>
         <description>What ships pay, and to whom.</description>
         <content:encoded><![CDATA[<p>They <em>pay</em>.</p><p>Always.</p>]]></content:encoded>`,
      ]),
    );
    expect(source.key).toBe('feed https://old.example.org');
    expect(report.site).toEqual({
      ...{ title: 'The Quay Review', address: 'https://old.example.org', language: 'en-gb' },
    });
    expect(first).toMatchObject({
      ...{ foreignId: 'tag:7', headline: 'Ports & dues', slug: 'ports', status: 'published' },
      ...{ address: 'https://old.example.org/2019/ports.html', formerPaths: ['/2019/ports.html'] },
      ...{ publishedAt: '2019-04-02T08:30:00.000Z', authors: ['Mira Solberg', 'Otto Falk'] },
      standfirst: 'What ships pay, and to whom.',
    });
    expect(first?.topics.map(({ name }) => name)).toEqual(['Harbours', 'Dues', 'Ships']);
    expect(linesOf(broughtIn[0]?.document)).toEqual(['They pay.', 'Always.']);
    expect(report.items[0]?.points).toEqual([]);
  });

  test.each([
    ['its id, if that is an address', '<guid>https://old.example.org/a</guid>'],
    ['its link', '<link>https://old.example.org/a</link>'],
    [
      'its own address behind one that counts clicks',
      '<link>https://feeds.example/~r/a</link><feedburner:origLink>https://old.example.org/a</feedburner:origLink>',
    ],
  ])('is at %s', async (_, parts) => {
    const { first } = await readAll(buildRss([`<title>A</title>${parts}${text}${date}`]));
    expect(first).toMatchObject({ address: 'https://old.example.org/a', formerPaths: ['/a'] });
    expect(first?.foreignId).not.toBe('');
  });

  test('of another site has no address here', async () => {
    const { first, codes } = await readAll(
      buildRss([
        `<title>A</title><link>https://elsewhere.example/a</link>${text}${date}<dc:creator>M</dc:creator>`,
      ]),
    );
    expect(first?.formerPaths).toEqual([]);
    expect(codes).toEqual([['canonical_elsewhere']]);
  });

  test.each([
    ['Tue, 02 Apr 2019 08:30:00 GMT', '2019-04-02T08:30:00.000Z'],
    ['02 Apr 2019 08:30:00', '2019-04-02T08:30:00.000Z'],
    ['2 Apr 19 04:30 EDT', '2019-04-02T08:30:00.000Z'],
    ['mardi 2 avril', null],
    ['', null],
  ])('of “%s” was published then', async (written, at) => {
    const { report } = await readAll(
      buildRss([whole.replace(date, `<pubDate>${written}</pubDate>`)]),
    );
    expect(report.items[0]?.publishedAt).toBe(at);
    expect(report.items[0]?.points.map(({ code }) => code)).toEqual(at ? [] : ['date_missing']);
  });

  test.each([
    ['a summary somebody wrote', '<p>Who pays, and for what</p>', 'Who pays, and for what'],
    ['the beginning of the text', '<p>They pay the [&amp;hellip;]</p>', ''],
    ['the first paragraph', '<p>They pay the dues of ports.</p>', 'They pay the dues of ports.'],
    ['the same as the text', '<p>They pay the dues of ports.</p><p>Always.</p>', ''],
    [
      'the beginning, and a line that leads back',
      '<p>They pay […]</p><p>The post <a href="#">Ports</a> appeared first on <a>Quay</a>.</p>',
      '',
    ],
  ])('has a standfirst only if it is one: %s', async (_, summary, standfirst) => {
    const { first, broughtIn } = await readAll(
      buildRss([
        `<title>A</title>${link}<description><![CDATA[${summary.replaceAll('&amp;', '&')}]]></description>
         <content:encoded><![CDATA[<p>They pay the dues of ports.</p><p>Always.</p>]]></content:encoded>${date}`,
      ]),
    );
    expect(first?.standfirst).toBe(standfirst);
    // It is not there twice.
    const isTaken = standfirst.startsWith('They');
    expect(linesOf(broughtIn[0]?.document)).toEqual([
      ...(isTaken ? [] : ['They pay the dues of ports.']),
      'Always.',
    ]);
  });

  test('loses the line that leads back from its copies', async () => {
    const line = '<p>The post <a href="#">Ports</a> appeared first on <a href="#">Quay</a>.</p>';
    const { broughtIn, codes } = await readAll(
      buildRss([whole.replace('</p>', `</p><p>No more.</p>${line}`)]),
    );
    expect(linesOf(broughtIn[0]?.document)).toEqual(['They pay.', 'No more.']);
    expect(codes).toEqual([['feed_line']]);
  });

  test('that may end early is held, unless the feed is said to have whole texts', async () => {
    const described = whole.replace(
      text,
      '<description>&lt;p&gt;They pay.&lt;/p&gt;</description>',
    );
    const cut = whole.replace('They pay.', 'They pay […]');
    const more = whole.replace(
      '</p>',
      '</p><p><a href="#">Continue reading <i>Ports</i> →</a></p>',
    );
    expect((await readAll(buildRss([whole, described, cut, more]))).codes).toEqual([
      ...[[], ['text_may_be_cut'], ['text_may_be_cut'], ['text_may_be_cut']],
    ]);
    const { codes } = await readAll(buildRss([described, cut]), { isWhole: true });
    expect(codes).toEqual([[], ['text_may_be_cut']]);
  });

  test('brings its picture and its sound, each once', async () => {
    const { broughtIn, codes } = await readAll(
      buildRss([
        `${whole}<enclosure url="https://old.example.org/ports.mp3" type="audio/mpeg" length="1"/>
         <media:group><media:content url="https://old.example.org/crane.jpg" medium="image"><media:title>A</media:title></media:content></media:group>
         <media:content url="https://old.example.org/second.jpg" type="image/jpeg"/>`,
        `${whole.replace('They pay.', 'They pay. <img src="/crane.jpg">')}<media:content url="https://old.example.org/crane.jpg" medium="image"/>`,
      ]),
    );
    const pictures = broughtIn.map(
      ({ mapped }) => mapped.blocks?.filter(({ type }) => type === 'picture').length,
    );
    expect(pictures).toEqual([1, 1]);
    expect(codes[0]).toContain('recording');
    expect(JSON.stringify(broughtIn[0]?.document)).toContain('https://old.example.org/ports.mp3');
  });

  test.each([
    ['without text', whole.replace(text, ''), 'text_missing'],
    ['without an id and an address', `<title>A</title>${text}`, 'unreadable'],
  ])('%s is left out and named', async (_, item, code) => {
    const { report, codes } = await readAll(buildRss([item]));
    expect(report.items[0]?.comesIn).toBe(false);
    expect(codes[0]).toContain(code);
  });

  test('brings no mailbox', async () => {
    const mail = 'mira@private.example';
    const { report, broughtIn } = await readAll(
      buildRss(
        [`<title>A</title>${link}${text}<author>${mail}</author><dc:creator>${mail}</dc:creator>`],
        `<managingEditor>${mail} (Mira)</managingEditor><webMaster>${mail}</webMaster>`,
      ),
    );
    expect(JSON.stringify([report, broughtIn])).not.toContain('private.example');
  });
});

describe('an entry of Atom', () => {
  const atom = (more: string) =>
    `<id>urn:7</id><title>Ports</title><link rel="self" href="/x"/><link href="/ports/"/>
     <published>2019-04-02T08:30:00Z</published><updated>2020-01-01T00:00:00Z</updated>${more}`;

  test('becomes a draft with what it says, and what the feed says for all', async () => {
    const { first, report, broughtIn } = await readAll(
      buildAtom(
        [
          atom(
            `<author><name>Mira Solberg</name><email>mira@private.example</email></author>
             <contributor><name>Otto Falk</name></contributor>
             <category term="harbours" label="Harbours"/><category term="dues"/><category term="https://old.example.org/#x"/>
             <summary>Who pays</summary><content type="html">&lt;p&gt;They pay.&lt;/p&gt;</content>`,
          ),
        ],
        '<author><name>The Desk</name></author>',
      ),
    );
    expect(report.site.language).toBe('fr');
    expect(first).toMatchObject({
      ...{ foreignId: 'urn:7', headline: 'Ports', slug: 'ports', authors: ['Mira Solberg'] },
      ...{ address: 'https://old.example.org/ports/', publishedAt: '2019-04-02T08:30:00.000Z' },
      standfirst: 'Who pays',
    });
    expect(first?.topics.map(({ name }) => name)).toEqual(['Harbours', 'dues']);
    expect(linesOf(broughtIn[0]?.document)).toEqual(['They pay.']);
    const { first: nobody } = await readAll(
      buildAtom([atom('<content>x</content>')], '<author><name>The Desk</name></author>'),
    );
    expect(nobody?.authors).toEqual(['The Desk']);
  });

  test.each([
    ['html', '<content type="html">&lt;p&gt;A &lt;b&gt;b&lt;/b&gt;&lt;/p&gt;</content>', ['A b']],
    [
      'xhtml',
      '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>A &lt;b&gt;<br/>c</p><ul><li>d</li></ul></div></content>',
      ['A <b> c', 'd'],
    ],
    ['text', '<content>A &lt;b&gt;\n\nc</content>', ['A <b>', 'c']],
  ])('has its text from %s', async (_, content, lines) => {
    const { broughtIn } = await readAll(buildAtom([atom(content)]));
    expect(linesOf(broughtIn[0]?.document)).toEqual(lines);
  });

  test('has its title as it says it is', async () => {
    const titled = (title: string) =>
      atom('<content>x</content>').replace('<title>Ports</title>', title);
    const { report } = await readAll(
      buildAtom([
        titled('<title>A &lt;b&gt; c</title>'),
        titled('<title type="html">A &lt;b&gt;b&lt;/b&gt;</title>').replace('urn:7', 'urn:8'),
      ]),
    );
    expect(report.items.map(({ headline }) => headline)).toEqual(['A <b> c', 'A b']);
  });

  test('reads links against the nearest base', async () => {
    const { broughtIn } = await readAll(
      buildAtom([
        atom('<content type="html" xml:base="deep/">&lt;a href="x"&gt;x&lt;/a&gt;</content>'),
      ]),
    );
    expect(JSON.stringify(broughtIn[0]?.document)).toContain('https://old.example.org/deep/x');
  });

  test('with a date of change alone is held', async () => {
    const changed = atom('<content>x</content>').replace(/<published>.*<\/published>/, '');
    const { report, codes } = await readAll(buildAtom([changed]));
    expect(report.items[0]?.publishedAt).toBe('2020-01-01T00:00:00.000Z');
    expect(codes[0]).toContain('date_of_change');
  });

  test('whose text is elsewhere is left out', async () => {
    const { codes } = await readAll(
      buildAtom([atom('<content type="html" src="https://old.example.org/x"/>')]),
    );
    expect(codes[0]).toContain('text_missing');
  });
});

test('an archive of Blogger has posts, pages, drafts, comments and settings', async () => {
  const of = (kind: string, id: string, more = '') =>
    `<id>${id}</id><title>${kind}</title><published>2019-04-02T08:30:00Z</published>
     <category scheme="http://schemas.google.com/g/2005#kind" term="http://schemas.google.com/blogger/2008/kind#${kind}"/>
     <category scheme="http://www.blogger.com/atom/ns#" term="Harbours"/><content type="html">x</content>${more}`;
  const entries = [
    of('post', '1'),
    of('post', '2', '<app:control><app:draft>yes</app:draft></app:control>'),
    of('page', '3'),
    of('comment', '4', '<author><name>Una</name></author>'),
    of('settings', '5'),
    of('template', '6'),
  ];
  const { report, first } = await readAll(buildAtom(entries));
  expect(report.items.map(({ foreignId, status }) => [foreignId, status])).toEqual([
    ['1', 'published'],
    ['2', 'draft'],
  ]);
  expect(first?.topics).toEqual([{ name: 'Harbours', slug: '' }]);
  expect(report.comments).toBe(1);
  expect(report.leftOut.map(({ why, count }) => [why, count])).toEqual([
    ['page', 1],
    ['comment', 1],
    ['settings', 2],
  ]);
  expect(JSON.stringify(report)).not.toContain('Una');
  expect((await readAll(buildAtom(entries), { pages: true })).report.items).toHaveLength(3);
});

describe('an archive', () => {
  test('of several files is one', async () => {
    const second = buildRss([whole.replace('ports.html', 'b.html')]).replace('Quay', 'Other');
    const { report } = await readAll([buildRss([whole]), second]);
    expect(report.items).toHaveLength(2);
    expect(report.site.title).toBe('The Quay Review');
  });

  test('of the first kinds of RSS has its items beside its channel', async () => {
    const rdf = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
      <channel rdf:about="https://old.example.org/x"><title>Quay</title><link>https://old.example.org</link><dc:language>fr</dc:language>
      <items><rdf:Seq><rdf:li resource="https://old.example.org/a"/></rdf:Seq></items></channel>
      <image><title>No</title><link>https://no.example</link></image>
      <item rdf:about="https://old.example.org/a"><title>A</title><link>https://old.example.org/a</link><description>Words</description><dc:date>2004-05-06</dc:date><dc:creator>Una</dc:creator></item></rdf:RDF>`;
    const { report, first } = await readAll(rdf, { isWhole: true });
    expect(report.site).toEqual({
      ...{ title: 'Quay', address: 'https://old.example.org', language: 'fr' },
    });
    expect(first).toMatchObject({
      ...{ foreignId: 'https://old.example.org/a', headline: 'A', authors: ['Una'] },
      publishedAt: '2004-05-06T00:00:00.000Z',
    });
  });

  test('is at the address that is given, or that it says', async () => {
    const { source } = await readAll(buildRss([whole]), { address: 'https://www.old.example.org' });
    expect(source.key).toBe('feed https://www.old.example.org');
    const nowhere = buildRss([whole]).replace('<link>https://old.example.org/</link>', '');
    await expect(readAll(nowhere)).rejects.toMatchObject({
      reasons: [{ code: 'export_site_unknown' }],
    });
  });
});
