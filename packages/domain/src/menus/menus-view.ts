import { z } from 'zod';
import { Language } from '../values.ts';
import { menuKinds } from './menu.ts';

/** A link of a menu as readers have it: a path of this site, or an address. */
export const MenuLink = z.strictObject({
  kind: z.enum([...menuKinds, 'built_in', 'address', 'contact']),
  label: z.string(),
  href: z.string(),
  /** The language of the label where it is the title of an article or a page; else the journal's. */
  language: Language.nullable(),
});
export type MenuLink = z.infer<typeof MenuLink>;

export const MenuGroupView = z.strictObject({
  /** Empty for none. */
  heading: z.string(),
  entries: z.array(MenuLink),
});
export type MenuGroupView = z.infer<typeof MenuGroupView>;

const SocialLink = z.strictObject({ site: z.string(), address: z.string() });

/** The menus of head and foot as readers have them. What they may not see is in none. */
export const MenusView = z.strictObject({
  head: z.array(MenuLink),
  foot: z.array(MenuGroupView),
  social: z.array(SocialLink),
  /** Which of them an editor has made; the others are as the program makes them. */
  edited: z.strictObject({ head: z.boolean(), foot: z.boolean() }),
});
export type MenusView = z.infer<typeof MenusView>;
