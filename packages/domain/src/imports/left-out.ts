import { z } from 'zod';

/** Why items of a kind do not come in. */
export const ImportLeftOut = z.enum([
  'attachment',
  'comment',
  'menu',
  'page',
  'revision',
  'settings',
  'trash',
  'unfinished',
  'of_wordpress',
  'of_plugin',
  'no_front_matter',
  'symbolic_link',
]);
export type ImportLeftOut = z.infer<typeof ImportLeftOut>;

const leftOutWords: Record<ImportLeftOut, string> = {
  attachment: 'files: pictures come in with the articles that show them',
  comment: 'comments of readers, which stay on the old site',
  menu: 'parts of menus, which come from topics here',
  page: 'pages: give --pages to bring them in as drafts of articles',
  revision: 'older versions, which stay on the old site',
  settings: 'settings and templates of the old site',
  trash: 'thrown away',
  unfinished: 'begun and never saved',
  of_wordpress: 'settings and templates of WordPress',
  of_plugin: 'stored by a plugin or theme: look at what they are',
  no_front_matter: 'without data at the head, as files that are no content have none',
  symbolic_link: 'links to other files, which are not followed',
};

/** Why items of a kind do not come in, in words. */
export const sayLeftOut = (why: ImportLeftOut): string => leftOutWords[why];
