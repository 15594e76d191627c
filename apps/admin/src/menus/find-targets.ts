import { kinds } from '@viewpoints/domain/kinds/kinds';
import { builtInLinkNames, builtInLinks } from '@viewpoints/domain/menus/built-in-links';
import { type MenuTarget, menuKinds } from '@viewpoints/domain/menus/menu';
import { viewpoints } from '../data/viewpoints.ts';
import type { Option } from '../ui/combobox.tsx';

/** What tells a target from others, and which one a chosen option is. */
export const targetKey = (target: MenuTarget): string => JSON.stringify(target);

export const targetOf = (key: string): MenuTarget => JSON.parse(key) as MenuTarget;

/** What a target is, in a word. */
export function kindInWords({ kind }: MenuTarget): string {
  if (kind === 'built_in') return 'Built in';
  return kind === 'address' ? 'Address' : kinds[kind].label.one;
}

const optionOf = (target: MenuTarget, label: string): Option => ({
  ...{ id: targetKey(target), label, hint: kindInWords(target) },
});

const entryKinds = menuKinds.filter((kind) => kind !== 'article' && kind !== 'page');
const isEntryKind = (kind: string): kind is (typeof entryKinds)[number] =>
  entryKinds.some((each) => each === kind);

/** Searches what a menu entry can link to by name. The addresses that every journal has come first. */
export async function findTargets(text: string): Promise<Option[]> {
  const q = text.trim();
  const builtIn = builtInLinkNames
    .filter((name) => builtInLinks[name].label.toLowerCase().includes(q.toLowerCase()))
    .map((name) => optionOf({ kind: 'built_in', name }, builtInLinks[name].label));
  const words = q === '' ? {} : { q };
  const [named, pages, articles] = await Promise.all([
    q === '' ? [] : viewpoints.editor.find.query({ q }),
    viewpoints.editor.articles.list.query({ ...words, kind: 'page', limit: 10 }),
    q === ''
      ? null
      : viewpoints.editor.articles.list.query({ ...words, kind: 'article', limit: 10 }),
  ]);
  return [
    ...builtIn,
    ...pages.items.map(({ id, headline }) =>
      optionOf({ kind: 'page', id }, headline || 'Untitled'),
    ),
    ...named.flatMap(({ kind, id, name }) =>
      isEntryKind(kind) ? [optionOf({ kind, id }, name)] : [],
    ),
    ...(articles?.items ?? []).map(({ id, headline }) =>
      optionOf({ kind: 'article', id }, headline || 'Untitled'),
    ),
  ];
}
