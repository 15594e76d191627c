import { openGhost } from '@viewpoints/api/import/ghost/open-ghost';
import { Command } from 'commander';
import {
  directoryAt,
  fileToRead,
  importPast,
  type PastOptions,
  withPastOptions,
} from './import-past.ts';
import { patternOf, siteAddress } from './site-option.ts';

type Options = PastOptions & { media?: string; pages?: boolean; site: string; addresses: string };

export const ghostCommand = withPastOptions(
  new Command('ghost')
    .description(
      'bring in the posts of a Ghost export (JSON) as drafts; without --write, only look',
    )
    .argument('<file>', 'the export: in Ghost, Settings, Import/Export, then Export content')
    .requiredOption('--site <address>', 'where the site was, which Ghost does not export')
    .option('--addresses <pattern>', 'how its paths were made, by its routes.yaml', '/{slug}/')
    .option('--media <directory>', 'a copy of content/images, for the pictures')
    .option('--pages', 'bring in pages as drafts of articles too'),
).action(async (given: string, options: Options) => {
  const { media, pages = false, addresses, ...more } = options;
  const site = { address: siteAddress(options.site), pattern: patternOf(addresses) };
  const open = await fileToRead(given);
  const uploads = media === undefined ? null : await directoryAt(media);
  await importPast({ given, open: () => openGhost({ open }, { site, pages }), uploads }, more);
});
