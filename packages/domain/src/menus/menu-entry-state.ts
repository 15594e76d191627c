import { z } from 'zod';

/** Whether readers have an entry of a menu, or why they do not. */
export const MenuEntryState = z.enum([
  'shown',
  'not_published',
  'retracted',
  'archived',
  'taken_off',
  'not_named',
  'switched_off',
  'withheld',
  'removed',
]);
export type MenuEntryState = z.infer<typeof MenuEntryState>;

/** The same in words, as an editor reads it beside the entry. */
export const menuEntryStates: Readonly<Record<MenuEntryState, string>> = {
  shown: 'Readers see it.',
  not_published: 'Not shown: it is not published.',
  retracted: 'Not shown: it was retracted.',
  archived: 'Not shown: it is archived.',
  taken_off: 'Not shown: it was taken off until it is corrected.',
  not_named: 'Not shown: nothing published names it.',
  switched_off: 'Not shown: the settings do not offer it.',
  withheld: 'Not shown: its words came to be protected. Change its label and save.',
  removed: 'Not shown: it was deleted.',
};
