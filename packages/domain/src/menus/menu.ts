import { z } from 'zod';
import { boundedString, Id, text, WebAddress } from '../values.ts';
import { builtInLinkNames } from './built-in-links.ts';

/** Kinds of things that an entry of a menu may lead to, by their ids. */
export const menuKinds = [
  ...(['topic', 'series', 'issue', 'actor', 'place', 'author', 'article', 'page'] as const),
] as const;
export type MenuKind = (typeof menuKinds)[number];

/** An address elsewhere: only https, since every page leads there. */
const SecureAddress = WebAddress.pipe(
  boundedString(2000).refine((address) => {
    const url = URL.parse(address);
    return url?.protocol === 'https:' && url.username === '' && url.password === '';
  }, 'use an address beginning with https://, without a user name'),
);

/** What an entry leads to: by kind and id, so that names and addresses may change. */
export const MenuTarget = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(menuKinds), id: Id }),
  z.strictObject({ kind: z.literal('built_in'), name: z.enum(builtInLinkNames) }),
  z.strictObject({ kind: z.literal('address'), address: SecureAddress }),
]);
export type MenuTarget = z.infer<typeof MenuTarget>;

const oneLine = (max: number) =>
  text(max).regex(/^[^\p{Cc}]*$/u, 'use a single line, without tabs');

/** An entry. Without a label of its own it is called what it leads to. */
export const MenuEntry = z
  .strictObject({ target: MenuTarget, label: oneLine(60).default('') })
  .refine(({ target, label }) => target.kind !== 'address' || label !== '', {
    error: 'write a label',
    path: ['label'],
  });
export type MenuEntry = z.infer<typeof MenuEntry>;

const distinct = (entries: readonly MenuEntry[]): boolean =>
  new Set(entries.map(({ target }) => JSON.stringify(target))).size === entries.length;

/** Entries of the foot under a heading, or without one. */
export const MenuGroup = z.strictObject({
  heading: oneLine(60).default(''),
  entries: z.array(MenuEntry).min(1, 'add an entry').max(12, 'use at most 12 entries'),
});
export type MenuGroup = z.infer<typeof MenuGroup>;

/** The menus of the journal. An empty one is as the program makes it. */
export const Menus = z.strictObject({
  head: z
    .array(MenuEntry)
    .max(12, 'use at most 12 entries')
    .refine(distinct, 'use each target once'),
  foot: z.array(MenuGroup).max(6, 'use at most 6 groups'),
  /** The journal elsewhere: its accounts on other sites. */
  social: z
    .array(SecureAddress)
    .max(10, 'use at most 10 addresses')
    .refine((all) => new Set(all).size === all.length, 'use each address once'),
});
export type Menus = z.infer<typeof Menus>;

export const noMenus: Menus = { head: [], foot: [], social: [] };
