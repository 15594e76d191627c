import { getJournal } from '../journal.ts';
import { currentRender } from '../render-record.ts';

type Props = {
  /** Null on the front page, whose title is the journal's name. */
  title: string | null;
  description?: string | undefined;
  /** The page's own address, a path. */
  path: string;
  /** Pages that only repeat others in another order stay out of search engines. */
  unlisted?: boolean;
};

/** What stands in the page's head; React moves it there. */
export async function PageHead({ title, description, path, unlisted }: Props) {
  const journal = await getJournal();
  const address = `${currentRender().siteUrl}${path}`;
  const whole =
    title === null ? `${journal.name}: ${journal.tagline}` : `${title} · ${journal.name}`;
  const about = description || journal.tagline;
  return (
    <>
      <title>{whole}</title>
      <meta name="description" content={about} />
      <link rel="canonical" href={address} />
      {unlisted === true ? <meta name="robots" content="noindex" /> : null}
      <meta property="og:title" content={title ?? journal.name} />
      <meta property="og:description" content={about} />
      <meta property="og:url" content={address} />
      <meta property="og:site_name" content={journal.name} />
    </>
  );
}
