import { isBuiltInLink } from './built-in-links.ts';
import type { MenuEntry, MenuKind, Menus } from './menu.ts';

/**
 * A menu as it is stored: a row for each entry, heading and address, in order. What stands in a group of
 * the foot names the position of the group in `under`.
 */
export type MenuRow = {
  menu: 'head' | 'foot' | 'social';
  position: number;
  under: number | null;
  kind: MenuKind | 'group' | 'built_in' | 'address';
  refId: string | null;
  /** The name of a built-in address, or an address elsewhere; empty for the rest. */
  address: string;
  label: string;
};

/** A row, and the place of its words in the content: `foot.1.entries.0`. */
type PlacedMenuRow = MenuRow & { at: string };

export function menuRows({ head, foot, social }: Menus): PlacedMenuRow[] {
  const rows: PlacedMenuRow[] = [];
  const add = (row: Omit<PlacedMenuRow, 'position'>): number =>
    rows.push({ ...row, position: rows.length });
  head.forEach((entry, index) => {
    add({ menu: 'head', under: null, ...columnsOf(entry), at: `head.${index}` });
  });
  foot.forEach(({ heading, entries }, group) => {
    const at = `foot.${group}`;
    const under = rows.length;
    add({ menu: 'foot', under: null, kind: 'group', refId: null, address: '', label: heading, at });
    entries.forEach((entry, index) => {
      add({ menu: 'foot', under, ...columnsOf(entry), at: `${at}.entries.${index}` });
    });
  });
  social.forEach((address, index) => {
    const row = { menu: 'social', under: null, kind: 'address', refId: null } as const;
    add({ ...row, address, label: '', at: `social.${index}` });
  });
  return rows;
}

function columnsOf({ target, label }: MenuEntry) {
  if (target.kind === 'built_in')
    return { kind: target.kind, refId: null, address: target.name, label };
  if (target.kind === 'address')
    return { kind: target.kind, refId: null, address: target.address, label };
  return { kind: target.kind, refId: target.id, address: '', label };
}

/** The menus that rows say, in their order; what names nothing we know is left out. */
export function menusOf(rows: readonly MenuRow[]): Menus {
  const entriesOf = (of: readonly MenuRow[]): MenuEntry[] => of.flatMap(entryOf);
  const inMenu = (menu: MenuRow['menu']) => rows.filter((row) => row.menu === menu);
  const foot = inMenu('foot');
  return {
    head: entriesOf(inMenu('head')),
    foot: foot
      .filter(({ kind }) => kind === 'group')
      .map(({ position, label }) => ({
        heading: label,
        entries: entriesOf(foot.filter(({ under }) => under === position)),
      })),
    social: inMenu('social').map(({ address }) => address),
  };
}

function entryOf({ kind, refId, address, label }: MenuRow): MenuEntry[] {
  if (kind === 'group') return [];
  if (kind === 'address') return [{ target: { kind, address }, label }];
  if (kind === 'built_in')
    return isBuiltInLink(address) ? [{ target: { kind, name: address }, label }] : [];
  return refId === null ? [] : [{ target: { kind, id: refId }, label }];
}
