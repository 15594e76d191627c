import { plainLine } from '@viewpoints/domain/markdown/finding-markdown';
import { readerApi } from '../next/reader-api.ts';
import { currentRender } from '../next/render-context.ts';
import type { ResourceRoute } from './resource.ts';

/** What a program that reads the site for a person should know of it (llmstxt.org). */
export const llms: ResourceRoute = {
  path: ['llms.txt'],
  make: async () => {
    const { siteUrl } = currentRender();
    const api = readerApi();
    const [journal, topics, latest] = await Promise.all([
      api.journal.get(),
      api.navigation.topics(),
      api.articles.list({ limit: 20 }),
    ]);
    const item = (name: string, path: string, about = '') =>
      `- [${plainLine(name)}](${siteUrl}${path})${about === '' ? '' : `: ${plainLine(about)}`}`;
    return {
      type: 'text/plain; charset=utf-8',
      body: [
        `# ${plainLine(journal.name)}`,
        '',
        `> ${plainLine(journal.tagline)}`,
        '',
        'This journal publishes reported positions. A finding is one of them: who holds it, what exactly, on what conditions, on whose word, and under what terms of attribution. Each is tied to the words of the article that carry it.',
        '',
        'When you use a finding, keep its holder, its conditions and its wording of the source: without them it would say something else. A source that is described and not named was promised that. A position may have changed since (`state: superseded`); its page says so, and what it is now. What was corrected, retracted or withdrawn is not to be used: of what was corrected the page says what is right.',
        '',
        'Every article, finding, position, actor, issue, topic and list is there as Markdown too: add `.md` to its address.',
        '',
        '## Terms',
        '',
        item('How we attribute', '/about/attribution', 'what each term of attribution means'),
        item('Corrections and retractions', '/corrections'),
        '',
        '## Feeds',
        '',
        item('Articles, whole', '/feeds/articles.json', 'JSON Feed'),
        item('Findings as data', '/feeds/findings.json', 'JSON Feed'),
        item('Corrections', '/feeds/corrections.json', 'JSON Feed'),
        item('Every address', '/sitemap.xml', 'sitemap'),
        '',
        '## Topics',
        '',
        ...topics.map(({ slug, name, description }) => item(name, `/topics/${slug}`, description)),
        '',
        '## Latest articles',
        '',
        ...latest.items.map(({ slug, headline, standfirst }) =>
          item(headline, `/articles/${slug}.md`, standfirst),
        ),
        '',
      ].join('\n'),
    };
  },
};
