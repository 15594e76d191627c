import { documentToMarkdown } from '../document/document-markdown.ts';
import type { PageView } from '../pages/page-view.ts';
import { link, plainLine } from './finding-markdown.ts';
import { frontMatter } from './front-matter.ts';

/** A page of the journal about itself as a file of Markdown, with the pages under it. */
export function pageInMarkdown(
  page: PageView,
  { siteUrl, journalName }: { siteUrl: string; journalName: string },
): string {
  const { retraction, body, below } = page;
  const head = frontMatter({
    type: 'page',
    url: `${siteUrl}/${page.path}`,
    title: page.title,
    summary: page.summary,
    journal: journalName,
    language: page.language,
    changed: page.changedAt,
    retracted: page.retracted ? true : null,
  });
  const title = `# ${plainLine(page.title)}\n`;
  if (retraction !== null)
    return [
      head,
      title,
      `This page was retracted on ${retraction.at.slice(0, 10)}. ${plainLine(retraction.why)}\n`,
    ].join('\n');
  return [
    head,
    title,
    ...(page.summary === '' ? [] : [`_${plainLine(page.summary)}_\n`]),
    ...(body === null
      ? []
      : [documentToMarkdown(body, { pictureAddress: (id) => `${siteUrl}/media/${id}` })]),
    ...(below.length === 0
      ? []
      : [
          '## More\n',
          `${below.map(({ title: name, path }) => `- ${link(name, `${siteUrl}/${path}.md`)}`).join('\n')}\n`,
        ]),
  ].join('\n');
}
