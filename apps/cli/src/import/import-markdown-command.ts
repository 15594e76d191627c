import { openMarkdown } from '@viewpoints/api/import/markdown/open-markdown';
import { Command } from 'commander';
import { directoryAt, importPast, type PastOptions, withPastOptions } from './import-past.ts';
import { patternOf, siteAddress } from './site-option.ts';

type Options = PastOptions & { pages?: boolean; site: string; addresses?: string };

export const markdownCommand = withPastOptions(
  new Command('markdown')
    .description(
      'bring in files of Markdown with front matter as drafts; without --write, only look',
    )
    .argument('<directory>', 'of a site of Hugo, Jekyll or the like, with its pictures')
    .requiredOption('--site <address>', 'where the site was')
    .option('--addresses <pattern>', 'how its paths were made; by default as Hugo and Jekyll do')
    .option('--pages', 'bring in pages as drafts of articles too'),
).action(async (given: string, options: Options) => {
  const { pages = false, addresses, ...more } = options;
  const pattern = addresses === undefined ? null : patternOf(addresses);
  const site = { address: siteAddress(options.site), pattern };
  const directory = await directoryAt(given);
  const open = () => openMarkdown(directory, { site, pages });
  await importPast({ given, open, uploads: directory }, more);
});
