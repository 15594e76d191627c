import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import EmbeddedIssue from '../../app/(embed)/embed/issues/[slug]/page.tsx';
import ActorBoard from '../../app/(site)/actors/[slug]/board/page.tsx';
import Actor from '../../app/(site)/actors/[slug]/page.tsx';
import IssueBoard from '../../app/(site)/issues/[slug]/board/page.tsx';
import Issue from '../../app/(site)/issues/[slug]/page.tsx';
import { type BoardJournal, openBoardJournal } from '../../testing/board-journal.ts';
import { renderRoute } from '../../testing/render-part.tsx';

let journal: BoardJournal;
beforeAll(async () => {
  journal = await openBoardJournal();
});
afterAll(() => journal?.close());

type Page = (props: {
  params: Promise<{ slug: string }>;
  searchParams: Promise<Record<string, string>>;
}) => Promise<React.ReactNode>;
const show = (page: Page, slug: string, query: Record<string, string> = {}) =>
  renderRoute(journal.caller, () =>
    page({ params: Promise.resolve({ slug }), searchParams: Promise.resolve(query) }),
  );
const board = (query: Record<string, string>) => show(IssueBoard, journal.issue.slug, query);
/** The words of the first board in a page, cell by cell. */
const cellsOf = (html: string) =>
  [
    ...(html.match(/<table[^>]*>(.*?)<\/table>/s)?.[1] ?? '').matchAll(
      /<(?:td|th)[ >].*?<\/t[dh]>/gs,
    ),
  ]
    .map(([cell]) =>
      cell
        .replaceAll(/<svg.*?<\/svg>|<p class="board-where".*?<\/p>/gs, '')
        .replaceAll(/<\/p>|<\/li>/g, ' ')
        .replaceAll(/<[^>]+>/g, '')
        .trim(),
    )
    .filter((text) => text !== '');

describe('the page of an issue', () => {
  it('leads with who stands where: stance, condition, since when, on whose word, what it was', async () => {
    const { html, context } = await show(Issue, journal.issue.slug);
    expect(cellsOf(html)).toEqual([
      ...['Actor', 'In public', 'In private'],
      ...['=Velmark', expect.stringMatching(/^Supports Supports monitors Since 2030\. /)],
      'Looked for, not found (December 2020) Statements of the ministry in 2020',
      'Ostrava',
      expect.stringMatching(
        /^Accepts, if Would accept monitors if they carry no arms ?Since January 2031\. .*Before: Rejects, May 2029$/,
      ),
      'Open to Would accept armed monitors Since 2030. A former minister Background',
    ]);
    expect(html.indexOf('Who stands where')).toBeLessThan(html.indexOf('Latest findings'));
    for (const each of ['now', 'before', 'indoors', 'right'] as const)
      expect(context.tags).toContain(`finding:${journal.findings[each].id}`);
  });

  it('says who stands where on its share image, in words too', async () => {
    const { html } = await show(Issue, journal.issue.slug);
    expect(html).toContain(
      `content="https://journal.example/issues/${journal.issue.slug}/share.png"`,
    );
    expect(html).toMatch(
      /og:image:alt" content="Who stands where\. Foreign monitors\. =Velmark: Supports · Ostrava: Accepts, if\. /,
    );
  });

  it('has nothing of what is not out yet, and no arrow for what the journal had wrong', async () => {
    const { html } = await show(Issue, journal.issue.slug);
    expect(html).not.toMatch(/Marsh Council|in a cellar/);
    const [table] = html.match(/<table.*?<\/table>/s) ?? [''];
    expect(table).not.toContain('Refuses');
    expect(table.match(/Before:/g)).toHaveLength(1);
  });
});

describe('a board by itself', () => {
  it('has the actors that are filtered for, is listed nowhere and keeps what was chosen', async () => {
    const { html } = await board({ stance: 'accepts_if', register: 'public' });
    expect(cellsOf(html)).toContain('Ostrava');
    expect(cellsOf(html)).not.toContain('=Velmark');
    expect(html).toContain('noindex');
    expect(html).toMatch(/<option value="accepts_if" selected/);
  });

  it('sets two actors beside each other, by one address or by a form', async () => {
    for (const query of [{ actors: 'ostrava,velmark' }, { actors: 'ostrava', and: 'velmark' }])
      expect(cellsOf((await board(query)).html)).toEqual(
        expect.arrayContaining(['Ostrava', '=Velmark']),
      );
    expect(cellsOf((await board({ actors: 'ostrava' })).html)).not.toContain('=Velmark');
  });

  it('shows what was held on a day, and says that it is not the present', async () => {
    const { html } = await board({ on: '2029-12-31' });
    expect(cellsOf(html)).toEqual([
      ...['Actor', 'In public', 'In private', '=Velmark', expect.stringMatching(/^Looked for/)],
      ...[expect.stringMatching(/^Looked for/), 'Ostrava'],
      expect.stringMatching(/^Rejects Rejects all monitors/),
      'Not looked for',
    ]);
    expect(html).toContain('As held on 31 December 2029');
  });

  it.each(['0001-01-01', '9999-12-31'])('answers for the day %s', async (on) => {
    expect((await board({ on })).context.status).toBe(200);
  });

  it('leaves out the actor beside where there is no room for one more', async () => {
    const ten = ['velmark', ...Array.from({ length: 9 }, (_, at) => `nobody-${at}`)].join(',');
    const { html } = await board({ actors: ten, and: 'ostrava' });
    expect(cellsOf(html)).toContain('=Velmark');
    expect(cellsOf(html)).not.toContain('Ostrava');
  });

  it('says so where nobody fits, with a way back', async () => {
    const { html } = await board({ stance: 'warns' });
    expect(html).toContain('No actor fits this.');
    expect(html).toContain(`href="/issues/${journal.issue.slug}"`);
  });

  it('is not there for an issue that is not', async () => {
    expect((await show(IssueBoard, 'no-such-issue')).context.status).toBe(404);
  });
});

describe('the page of an actor', () => {
  it('has the same, turned: its issues by row', async () => {
    const { html } = await show(Actor, 'ostrava');
    expect(cellsOf(html).slice(0, 4)).toEqual([
      ...['Issue', 'In public', 'In private', 'Foreign monitors'],
    ]);
  });

  it('of two shows each in a column', async () => {
    const { html } = await show(ActorBoard, 'ostrava', { actors: 'velmark' });
    expect(cellsOf(html).slice(0, 3)).toEqual(['Issue', 'Ostrava', '=Velmark']);
  });

  it('is not there beside one of whom nothing is out', async () => {
    expect((await show(ActorBoard, 'ostrava', { actors: 'marsh' })).context.status).toBe(404);
    expect((await show(ActorBoard, 'marsh')).context.status).toBe(404);
  });
});

describe('an embedded board', () => {
  it('is the same board, says where it is from, and carries the same tags', async () => {
    const { html, context } = await show(EmbeddedIssue, journal.issue.slug);
    const page = await show(Issue, journal.issue.slug);
    expect(cellsOf(html)).toEqual(cellsOf(page.html));
    expect(html).toContain(`href="https://journal.example/issues/${journal.issue.slug}"`);
    expect(context.tags).toContain(`finding:${journal.findings.now.id}`);
    expect(context.tags).toContain(`issue:${journal.issue.slug}`);
  });
});
