import { openWordpress } from '@viewpoints/api/import/wordpress/open-wordpress';
import { Command } from 'commander';
import {
  directoryAt,
  fileToRead,
  importPast,
  type PastOptions,
  withPastOptions,
} from './import-past.ts';

type Options = PastOptions & { media?: string; pages?: boolean; encoding?: string };

export const wordpressCommand = withPastOptions(
  new Command('wordpress')
    .description(
      'bring in the posts of a WordPress export (WXR) as drafts; without --write, only look',
    )
    .argument('<file>', 'the export: in WordPress, Tools, then Export, then All content')
    .option('--media <directory>', 'a copy of wp-content/uploads, for the pictures')
    .option('--pages', 'bring in pages as drafts of articles too')
    .option('--encoding <name>', 'how the file is encoded, where it says so wrongly'),
).action(async (given: string, { media, pages = false, encoding, ...options }: Options) => {
  const file = { open: await fileToRead(given), encoding: encoding ?? null };
  const uploads = media === undefined ? null : await directoryAt(media);
  await importPast({ given, open: () => openWordpress(file, { pages }), uploads }, options);
});
