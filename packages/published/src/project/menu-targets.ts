import type { Transaction } from '@viewpoints/db/client';
import { catalogueKinds } from '@viewpoints/db/editorial/entry-tables';
import { withholdMenuEntries } from '@viewpoints/db/editorial/menus';
import { Prisma } from '@viewpoints/db/generated/client';
import { parseRowsIn } from '@viewpoints/db/statement';
import type { SearchedText } from '@viewpoints/domain/attribution/mention-reasons';
import { builtInLinks, isBuiltInLink } from '@viewpoints/domain/menus/built-in-links';
import { MenuEntryState } from '@viewpoints/domain/menus/menu-entry-state';
import { z } from 'zod';
import { notifyChanged } from '../changes/notify.ts';
import { mentionedEntry } from '../kinds.ts';

const Row = z.object({
  position: z.number(),
  menu: z.string(),
  under: z.number().nullable(),
  kind: z.string(),
  refId: z.string().nullable(),
  address: z.string(),
  label: z.string(),
  /** What readers call what it leads to; what editors call it, where readers do not have it. */
  name: z.string().nullable(),
  /** The last parts of its address. */
  path: z.string().nullable(),
  state: MenuEntryState,
});
/** An entry of a menu with what it leads to. */
export type MenuEntryRow = z.infer<typeof Row>;

const names = Prisma.raw(catalogueKinds.map((kind) => `"${kind}".name`).join(', '));
const ids = Prisma.raw(catalogueKinds.map((kind) => `"${kind}".id`).join(', '));
const entryKinds = Prisma.raw(catalogueKinds.map((kind) => `'${kind}'`).join(', '));

/**
 * The entries of the menus with what they lead to and whether readers have that at `now`: the same as the
 * policies of readers' role.
 */
export function listMenuEntries(tx: Transaction, now: Date): Promise<MenuEntryRow[]> {
  return parseRowsIn(
    tx,
    Row,
    Prisma.sql`
    SELECT m.position, m.menu, m.under, m.kind, m.ref_id::text AS "refId", m.address, m.label,
           coalesce(${names}, p.summary ->> 'headline', a.headline) AS name,
           coalesce(${mentionedEntry.slugs}, p.path, p.slug, a.slug) AS path,
           CASE
             WHEN m.withheld THEN 'withheld'
             WHEN m.kind IN ('group', 'address') THEN 'shown'
             WHEN m.kind = 'built_in' THEN CASE
               WHEN m.address = 'subscribe' AND NOT coalesce(j.subscriptions, false) THEN 'switched_off'
               WHEN m.address = 'contact' AND coalesce(j.contact, '') = '' THEN 'switched_off'
               ELSE 'shown' END
             WHEN m.kind IN ('article', 'page') THEN CASE
               WHEN a.id IS NULL OR a.kind::text <> m.kind THEN 'removed'
               WHEN p.suspended_from IS NOT NULL THEN 'taken_off'
               WHEN p.id IS NULL AND a.state = 'archived' THEN 'archived'
               WHEN p.id IS NULL OR p.visible_from > ${now} THEN 'not_published'
               WHEN p.retracted THEN 'retracted'
               ELSE 'shown' END
             WHEN coalesce(${ids}) IS NULL THEN 'removed'
             WHEN NOT EXISTS (
               SELECT FROM published_mention n JOIN published_article o ON o.id = n.article_id
               WHERE n.ref_id = m.ref_id AND o.visible_from <= ${now} AND o.path IS NULL
                 AND n.kind = CASE WHEN m.kind IN (${entryKinds}) THEN m.kind::page_kind END) THEN 'not_named'
             ELSE 'shown'
           END AS state
    FROM menu_entry m
    ${mentionedEntry.joins}
    LEFT JOIN article a ON m.kind IN ('article', 'page') AND a.id = m.ref_id
    LEFT JOIN published_article p ON p.id = a.id
    LEFT JOIN journal j ON j.id = 1
    ORDER BY m.position`,
  );
}

/** The print of menus without an entry. */
export const noMenuPrint = '';

/** What readers have of the menus, for comparison; the settings, which all pages follow, apart. */
export async function menusPrint(tx: Transaction, now: Date): Promise<string> {
  const rows = await listMenuEntries(tx, now);
  if (rows.length === 0) return noMenuPrint;
  return JSON.stringify(rows.filter(({ state }) => state === 'shown' || state === 'switched_off'));
}

/** The words of entries as readers may read them: what they are called and where they lead. */
export const menuTexts = (
  rows: readonly (Pick<MenuEntryRow, 'kind' | 'address' | 'label' | 'name' | 'path'> & {
    at: string;
  })[],
): SearchedText[] =>
  rows.flatMap(({ kind, address, label, name, path, at }) => {
    const called = label === '' ? { text: name ?? '', at } : { text: label, at: labelAt(kind, at) };
    const leads = kind === 'address' ? [address, decoded(address)] : [];
    return [
      called,
      { text: path ?? '', at: `${at}.target` },
      ...leads.map((text) => ({ text, at: addressAt(at) })),
    ].filter(({ text }) => text !== '');
  });

const labelAt = (kind: string, at: string) => `${at}.${kind === 'group' ? 'heading' : 'label'}`;
const addressAt = (at: string) => (at.startsWith('social') ? at : `${at}.target.address`);

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

/** What an entry leads to in the program's words, where it names a built-in address. */
export const builtInLabel = (address: string): string | null =>
  isBuiltInLink(address) ? builtInLinks[address].label : null;

/** Takes entries away from readers whose words came to be protected. */
export async function withholdEntries(
  tx: Transaction,
  positions: readonly number[],
): Promise<void> {
  if (positions.length === 0) return;
  await withholdMenuEntries(tx, positions);
  await notifyChanged(tx, ['menus']);
}
