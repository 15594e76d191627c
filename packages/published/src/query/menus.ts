import type { ReaderDatabase } from '@viewpoints/db/client';
import { sql } from '@viewpoints/db/generated/kysely';
import { selectRows } from '@viewpoints/db/statement';
import type { JournalView } from '@viewpoints/domain/journal/journal-view';
import { kinds } from '@viewpoints/domain/kinds/kinds';
import { builtInLinks, isBuiltInLink } from '@viewpoints/domain/menus/built-in-links';
import { defaultFoot, defaultHead } from '@viewpoints/domain/menus/default-menus';
import type { MenuEntry } from '@viewpoints/domain/menus/menu';
import type { MenuGroupView, MenuLink, MenusView } from '@viewpoints/domain/menus/menus-view';
import { socialSiteOf } from '@viewpoints/domain/menus/social-site';
import { getMasthead } from './journal.ts';
import { published } from './reader-tables.ts';
import { listPublishedTopicLinks } from './topics.ts';

type Target = { name: string; path: string; language: string | null };

/** Kinds of which a menu names entries by name and slug. */
const named = ['topic', 'series', 'issue', 'actor', 'place', 'author'] as const;

/** What each entry leads to: as readers see that, so that nothing is there of what they do not see. */
const target = sql<Target | null>`CASE m.kind ${sql.join(
  [
    ...named.map(
      (kind) => sql`WHEN ${sql.lit(kind)} THEN (
        SELECT jsonb_build_object('name', t.name, 'path', ${sql.lit(`/${kinds[kind].path}/`)} || t.slug, 'language', NULL)
        FROM ${sql.table(kinds[kind].table)} t WHERE t.id = m.ref_id)`,
    ),
    sql`WHEN 'article' THEN (
        SELECT jsonb_build_object('name', t.summary -> 'headline', 'path', '/articles/' || t.slug, 'language', t.language)
        FROM published_article t WHERE t.id = m.ref_id)`,
    sql`WHEN 'page' THEN (
        SELECT jsonb_build_object('name', t.summary -> 'headline', 'path', '/' || t.path, 'language', t.language)
        FROM published_page t WHERE t.id = m.ref_id)`,
  ],
  sql` `,
)} END`;

const entries = published
  .selectFrom('menu_entry as m')
  .select([
    'm.position',
    'm.menu',
    'm.under',
    'm.kind',
    'm.address',
    'm.label',
    target.as('target'),
  ])
  .orderBy('m.position');

type Row = {
  position: number;
  menu: string;
  under: number | null;
  kind: string;
  address: string;
  label: string;
  target: Target | null;
};

/** The menus as readers have them: a menu of which they see nothing is as the program makes it. */
export async function getPublishedMenus(db: ReaderDatabase): Promise<MenusView> {
  const [journal, rows] = await Promise.all([getMasthead(db), selectRows(db, entries)]);
  const linksOf = (of: readonly Row[]) => of.flatMap((row) => linkOf(row, journal));
  const inMenu = (menu: string) => rows.filter((row) => row.menu === menu);
  const head = linksOf(inMenu('head'));
  const foot = groupsOf(inMenu('foot'), linksOf);
  const made = (all: readonly MenuEntry[]) =>
    linksOf(
      all.flatMap(({ target: to, label }) =>
        to.kind === 'built_in' ? [builtIn(to.name, label)] : [],
      ),
    );
  return {
    head: head.length > 0 ? head : [...(await topicLinks(db)), ...made(defaultHead)],
    foot: foot.length > 0 ? foot : [{ heading: '', entries: made(defaultFoot) }],
    social: inMenu('social').map(({ address }) => ({ site: socialSiteOf(address), address })),
    edited: { head: head.length > 0, foot: foot.length > 0 },
  };
}

const builtIn = (address: string, label: string): Row => ({
  ...{ position: 0, menu: '', under: null, kind: 'built_in', address, label, target: null },
});

async function topicLinks(db: ReaderDatabase): Promise<MenuLink[]> {
  const topics = await listPublishedTopicLinks(db);
  return topics.map(({ slug, name }) => ({
    ...{ kind: 'topic', label: name, href: `/topics/${slug}`, language: null },
  }));
}

/** Groups with what readers see in them; what stood under a heading that they do not see has none. */
function groupsOf(
  rows: readonly Row[],
  linksOf: (rows: readonly Row[]) => MenuLink[],
): MenuGroupView[] {
  const unders = new Set(
    rows.map(({ kind, position, under }) => (kind === 'group' ? position : under)),
  );
  return [...unders].flatMap((under) => {
    const heading = rows.find(({ kind, position }) => kind === 'group' && position === under);
    const links = linksOf(rows.filter((row) => row.under === under));
    return links.length === 0 ? [] : [{ heading: heading?.label ?? '', entries: links }];
  });
}

function linkOf(row: Row, { contact, subscriptions }: JournalView): MenuLink[] {
  const { kind, address, label, target: to } = row;
  if (kind === 'address') return [{ kind, label, href: address, language: null }];
  if (kind === 'built_in') {
    if (!isBuiltInLink(address)) return [];
    if (address === 'subscribe' && !subscriptions) return [];
    const { label: own, path } = builtInLinks[address];
    const called = label === '' ? own : label;
    if (path !== null) return [{ kind, label: called, href: path, language: null }];
    if (contact === '') return [];
    const href = contact.includes('://') ? contact : `mailto:${contact}`;
    return [{ kind: 'contact', label: called, href, language: null }];
  }
  if (to === null) return [];
  const language = label === '' ? to.language : null;
  const called = label === '' ? to.name : label;
  return [{ kind: kind as MenuLink['kind'], label: called, href: to.path, language }];
}
