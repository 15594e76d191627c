import { posix } from 'node:path';
import { pathBy } from '../core/address-pattern.ts';

/** What the path of a file says of it. */
export type FilePath = {
  /** The last part of an address; empty for the front page of the site. */
  slug: string;
  /** Without its ending, `index`, and the directories that programs have content in. */
  path: string;
  /** Null where the name does not begin with one. */
  date: string | null;
  isDraft: boolean;
};

/** Reads the path of a file, as Hugo and Jekyll name theirs: `_posts/2019-04-02-the-ports.md`. */
export function readFilePath(file: string): FilePath {
  const bare = file.replace(/\.\w+$/, '');
  const isDraft = /(?:^|\/)_drafts\//.test(bare);
  const inSite = bare
    .replace(/(?:^|.*\/)(?:_posts|_drafts)\//, '')
    .replace(/^(?:src\/)?content\//, '');
  const path = inSite.replace(/(?:^|\/)_?index$/, '');
  const name = posix.basename(path);
  const [, date = null, rest] = /^(\d{4}-\d\d-\d\d)-(.+)$/.exec(name) ?? [];
  return { slug: rest ?? name, path, date, isDraft };
}

/** Where programs show a file unless they are told otherwise: Jekyll by its date, Hugo by its path. */
export function addressPath(
  pattern: string | null,
  { path, date }: FilePath,
  { slug, topic, publishedAt }: { slug: string; topic: string; publishedAt: string | null },
): string | null {
  const usual = date === null ? '/{path}/' : '/{year}/{month}/{day}/{slug}.html';
  const named = path.includes('/') ? `${posix.dirname(path)}/${slug}` : slug;
  return pathBy(pattern ?? usual, { slug, id: '', path: named, topic, publishedAt });
}
