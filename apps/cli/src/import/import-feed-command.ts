import { basename } from 'node:path';
import { openFeed } from '@viewpoints/api/import/feed/open-feed';
import { Command } from 'commander';
import {
  directoryAt,
  fileToRead,
  importPast,
  type PastOptions,
  withPastOptions,
} from './import-past.ts';
import { siteAddress } from './site-option.ts';

type Options = PastOptions & {
  site?: string;
  media?: string;
  pages?: boolean;
  encoding?: string;
  fullText?: boolean;
};

export const feedCommand = withPastOptions(
  new Command('feed')
    .description(
      'bring in the entries of an archived feed (RSS, Atom) as drafts; without --write, only look',
    )
    .argument('<files...>', 'the files of the archive, in their order')
    .option('--site <address>', 'where the site was, if the feed does not say it')
    .option('--full-text', 'the texts are whole, also where the feed calls them descriptions')
    .option('--media <directory>', 'a copy of the files of the site, for the pictures')
    .option('--pages', 'bring in pages as drafts of articles too')
    .option('--encoding <name>', 'how the files are encoded, where they say so wrongly'),
).action(async (given: string[], options: Options) => {
  const { site, media, pages = false, encoding, fullText = false, ...more } = options;
  const files = await Promise.all(given.map(async (path) => ({ open: await fileToRead(path) })));
  const uploads = media === undefined ? null : await directoryAt(media);
  const open = () =>
    openFeed(files, {
      ...{ address: site === undefined ? null : siteAddress(site), pages, isWhole: fullText },
      encoding: encoding ?? null,
    });
  await importPast({ given: given.map((path) => basename(path)).join(', '), open, uploads }, more);
});
