import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BoardJournal, openBoardJournal } from '../testing/board-journal.ts';
import { makeResource } from '../testing/make-resource.ts';

let journal: BoardJournal;
beforeAll(async () => {
  journal = await openBoardJournal();
});
afterAll(() => journal?.close());

const file = (end: string, of = `issues/${journal.issue.slug}`) =>
  makeResource(journal.caller, `/${of}/board.${end}`);

describe('a board as a file', () => {
  it('as CSV has a line for each finding and each blank, and nothing that a spreadsheet would run', async () => {
    const { text, resource } = await file('csv');
    const lines = text.trimEnd().split('\r\n');
    expect(lines).toHaveLength(5);
    expect(lines[0]).toMatch(/^\uFEFFactor,issue,said,status,stance,/);
    expect(lines[1]).toMatch(/^'=Velmark,Foreign monitors,In public,Held,Supports,/);
    expect(lines[2]).toMatch(/^'=Velmark,Foreign monitors,In private,"Looked for, not found",,/);
    expect(lines[2]).toContain(',Statements of the ministry in 2020 (2020-12),');
    expect(lines[3]).toContain(`https://journal.example/findings/${journal.findings.now.id}`);
    expect(lines[3]).toContain(',if they carry no arms,2031-01,2031-01,Ostrava,');
    expect(lines[3]).toContain(',Rejects,2029-05,');
    expect(resource?.links).toContain(
      `<https://journal.example/issues/${journal.issue.slug}>; rel="canonical"`,
    );
  });

  it('as JSON is what the API answers, without the id of an unnamed source', async () => {
    const { text } = await file('json');
    const { page, rows } = JSON.parse(text);
    expect(page).toBe(`https://journal.example/issues/${journal.issue.slug}`);
    expect(rows).toEqual(
      (await journal.caller.calls().issues.board({ slug: journal.issue.slug })).rows,
    );
    const cell = rows[1].private.findings[0];
    expect(cell).toMatchObject({ wording: 'a former minister', source: null });
    expect(text).not.toContain('Talk at the weir');
  });

  it('as SVG stands alone, with links to the findings and no script, style or picture', async () => {
    const { text } = await file('svg');
    expect(text).toContain(
      `<a href="https://journal.example/findings/${journal.findings.now.id}">`,
    );
    expect(text).toContain('Would accept monitors');
    expect(text).not.toMatch(/<(?:script|style|image|foreignObject)|url\(|on\w+=/);
    expect((await sharp(Buffer.from(text)).metadata()).width).toBe(1200);
  });

  it('as PNG is the same, two pixels a point', async () => {
    const { resource } = await file('png');
    const { format, width } = await sharp(resource?.body as Buffer).metadata();
    expect([resource?.type, format, width]).toEqual(['image/png', 'png', 2400]);
  });

  it('as Markdown leads the page of its issue and of its actor, with links', async () => {
    const { text } = await makeResource(journal.caller, `/issues/${journal.issue.slug}.md`);
    const position = `https://journal.example/positions/ostrava/${journal.issue.slug}.md`;
    const finding = `https://journal.example/findings/${journal.findings.now.id}.md`;
    expect(text.split('\n').filter((line) => line.startsWith('- ['))).toEqual([
      expect.stringMatching(/^- \[=Velmark\]\(.*\), in public: Supports: \[Supports monitors\]/),
      expect.stringMatching(
        /^- \[=Velmark\]\(.*\), in private: Looked for, not found\. Searched: Statements/,
      ),
      expect.stringMatching(
        /; since 2031-01; if they carry no arms; .*\. Before: Rejects 2029-05$/,
      ),
      expect.stringContaining('since 2030; a former minister (Background)'),
    ]);
    expect(text).toContain(`- [Ostrava](<${position}>), in public: Accepts, if: `);
    expect(text).toContain(`[Would accept monitors](<${finding}>)`);
    expect(text).not.toMatch(/Marsh|in a cellar/);
    const actor = await makeResource(journal.caller, '/actors/ostrava.md');
    expect(actor.text).toContain(`- [Foreign monitors](<${position}>), in private: Open to: `);
  });

  it.each(['csv', 'json', 'svg'])('of an actor is there as %s', async (end) => {
    expect((await file(end, 'actors/ostrava')).resource).not.toBeNull();
    expect((await file(end, 'actors/marsh')).resource).toBeNull();
  });

  it.each(['csv', 'json', 'svg'])('tells nothing of what is not out yet as %s', async (end) => {
    expect((await file(end)).text).not.toMatch(/Marsh|in secret|in a cellar|Refuses/i);
  });
});

describe('the share image of a page with a board', () => {
  it.each(['issue', 'actor'])(
    'is there of an %s, and not of one of whom nothing is out',
    async (kind) => {
      const of = (path: string) => makeResource(journal.caller, `${path}/share.png`);
      const path = kind === 'issue' ? `/issues/${journal.issue.slug}` : '/actors/ostrava';
      const { resource, record } = await of(path);
      const { width, height } = await sharp(resource?.body as Buffer).metadata();
      expect([width, height]).toEqual([1200, 630]);
      expect(record.tags).toContain(`finding:${journal.findings.now.id}`);
      expect((await of('/actors/marsh')).resource).toBeNull();
    },
  );
});

describe('the oEmbed answer', () => {
  const ask = (url: string, more = '') =>
    makeResource(journal.caller, `/oembed?url=${encodeURIComponent(url)}${more}`);

  it('describes the page of an issue or an actor, in the size that is wanted', async () => {
    const url = `https://journal.example/issues/${journal.issue.slug}`;
    const { text } = await ask(url, '&maxwidth=300&maxheight=9000&format=json');
    expect(JSON.parse(text)).toMatchObject({
      ...{ version: '1.0', type: 'rich', width: 300, height: 640 },
      html: expect.stringContaining(
        `<iframe src="https://journal.example/embed/issues/${journal.issue.slug}"`,
      ),
    });
    expect((await ask('https://journal.example/actors/ostrava?x=1#y')).text).toContain('Ostrava');
  });

  it.each([
    'https://evil.example/issues/foreign-monitors',
    'https://journal.example.evil.example/actors/ostrava',
    'https://journal.example/actors/marsh',
    'https://journal.example/articles/x',
    'https://journal.example/actors/../../etc',
    '',
  ])('does not describe %s', async (url) => {
    expect((await ask(url)).resource).toBeNull();
  });

  it('is described in JSON alone', async () => {
    const { resource } = await ask('https://journal.example/actors/ostrava', '&format=xml');
    expect(resource).toBeNull();
  });
});
