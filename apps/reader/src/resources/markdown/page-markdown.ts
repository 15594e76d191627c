import type { ArticleSummary } from '@viewpoints/domain/articles/article-view';
import type { CorrectionView } from '@viewpoints/domain/corrections/correction-view';
import type { FindingView } from '@viewpoints/domain/findings/finding-view';
import {
  correctionInMarkdown,
  findingsInMarkdown,
} from '@viewpoints/domain/markdown/article-markdown';
import { link, plainLine } from '@viewpoints/domain/markdown/finding-markdown';
import { frontMatter } from '@viewpoints/domain/markdown/front-matter';
import { wasHeld } from '@viewpoints/domain/positions/position';
import type { Shift } from '@viewpoints/domain/positions/shift-kind';

export type Options = { siteUrl: string; language: string };

/** A page that lists something, as its Markdown says it. */
export type MarkdownPage = {
  /** The path of the page. */
  path: string;
  kind: string;
  title: string;
  /** Sentences under the title; empty ones are left out. */
  about: readonly string[];
  /** Lists of links, by their headings. */
  links?: Readonly<Record<string, readonly { name: string; path: string; count?: number }[]>>;
  /** Who stands where, as lines of Markdown, under a heading. */
  board?: { heading: string; lines: (siteUrl: string) => readonly string[] };
  findings?: readonly FindingView[];
  /** How these findings differ from earlier ones among them. */
  shifts?: readonly Shift[];
  articles?: readonly ArticleSummary[];
  corrections?: readonly CorrectionView[];
  /** The cursor of the rest; null if this is all. */
  nextCursor?: string | null;
};

/** A page that lists something as a file of Markdown. Each finding has its holders, terms and state with it. */
export function pageMarkdown(page: MarkdownPage, options: Options): string {
  const { path, kind, title, about, links = {}, nextCursor = null } = page;
  const { siteUrl } = options;
  const { board, findings = [], shifts = [], articles = [], corrections = [] } = page;
  const rest = `${siteUrl}${path}.md?cursor=${nextCursor}`;
  return [
    frontMatter({
      type: kind,
      url: siteUrl + path,
      title,
      terms_of_attribution: `${siteUrl}/about/attribution`,
    }),
    `# ${plainLine(title)}\n`,
    ...about.filter((each) => each !== '').map((each) => `${plainLine(each)}\n`),
    ...Object.entries(links).flatMap(([heading, all]) => {
      const lines = all.map(
        ({ name, path: to, count }) =>
          `- ${link(name, `${siteUrl}${to}.md`)}${count === undefined ? '' : ` (${count})`}`,
      );
      return section(heading, lines);
    }),
    ...(board === undefined ? [] : section(board.heading, board.lines(siteUrl))),
    ...findingsInMarkdown(findings.filter(wasHeld).map(withoutNumber), options, shifts),
    ...section(
      'Articles',
      articles.map((article) => articleLine(article, siteUrl)),
    ),
    ...section(
      'Corrections',
      corrections.map((each) =>
        correctionInMarkdown(
          each,
          `${link(each.article.headline, `${siteUrl}/articles/${each.article.slug}.md`)}: `,
        ),
      ),
    ),
    ...(nextCursor === null ? [] : [`${link('More', rest)}\n`]),
  ].join('\n');
}

/** Findings are numbered within their article. */
const withoutNumber = (finding: FindingView): FindingView => ({ ...finding, number: null });

const section = (heading: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : [`## ${plainLine(heading)}\n\n${lines.join('\n')}\n`];

function articleLine(article: ArticleSummary, siteUrl: string): string {
  const { slug, headline, standfirst, publishedAt } = article;
  const to = link(headline, `${siteUrl}/articles/${slug}.md`);
  const words = plainLine(standfirst);
  return `- ${to} (${publishedAt.slice(0, 10)})${words === '' ? '' : `: ${words}`}`;
}
