'use client';

import { MAX_ARTICLES } from '@viewpoints/domain/releases/release';
import { ArrowDown, ArrowUp, X } from 'lucide-react';
import { useRef } from 'react';
import { viewpoints } from '../data/viewpoints.ts';
import { articleStates } from '../labels.ts';
import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { Combobox, type Option } from '../ui/combobox.tsx';
import { List, ListRow } from '../ui/list.tsx';
import { ArticleStateBadge } from '../ui/state-badges.tsx';
import { Panel } from '../ui/table.tsx';
import { exactTime } from '../ui/time.tsx';
import type { ShownRelease } from './use-release.ts';

type InRelease = ShownRelease['articles'][number];

/** The articles of a release in the order in which they are published. */
export function ReleaseArticles(props: {
  shown: ShownRelease;
  busy: boolean;
  /** Resolves once the screen shows what came of it. */
  onChange: (articleIds: string[]) => Promise<boolean>;
}) {
  const { articles, permissions, release } = props.shown;
  const ids = articles.map(({ id }) => id);
  const may = permissions.edit.ok;
  const panel = useRef<HTMLDivElement>(null);

  const move = async (index: number, by: -1 | 1) => {
    const next = [...ids];
    const [moved = ''] = next.splice(index, 1);
    next.splice(index + by, 0, moved);
    if (await props.onChange(next)) focusOn(panel.current, moved, by === -1 ? 'Up' : 'Down');
  };
  const search = async (q: string): Promise<Option[]> => {
    const { items } = await viewpoints.editor.articles.list.query({
      ...(q.trim() === '' ? {} : { q: q.trim() }),
      state: ['approved', 'in_review', 'draft', 'published'],
      limit: 20,
    });
    return items
      .filter((item) => !ids.includes(item.id))
      .map(({ id, headline, state }) => ({
        id,
        label: headline || 'Untitled',
        hint: articleStates[state],
      }));
  };
  return (
    <div ref={panel}>
      <Panel title="Articles">
        {articles.length === 0 ? (
          <p className="px-4 py-6 text-center text-ink-soft">
            No articles yet. Add those that go out together.
          </p>
        ) : (
          <List label="Articles">
            {articles.map((article, index) => (
              <ListRow
                key={article.id}
                href={`/articles/${article.id}`}
                serif
                title={article.headline || 'Untitled'}
                dir={article.direction}
                badges={
                  <>
                    <ArticleStateBadge state={article.state} />
                    {article.refusedCode !== null ? <Badge tone="danger">Refused</Badge> : null}
                  </>
                }
                meta={
                  release.releasedAt === null ? (
                    <Note article={article} scheduled={release.publishAt !== null} />
                  ) : null
                }
                end={
                  may && release.releasedAt === null ? (
                    <span data-article={article.id} className="flex">
                      <Button
                        variant="quiet"
                        icon={ArrowUp}
                        label={`Move ${article.headline || 'Untitled'} up`}
                        disabled={props.busy || index === 0}
                        onClick={() => void move(index, -1)}
                      />
                      <Button
                        variant="quiet"
                        icon={ArrowDown}
                        label={`Move ${article.headline || 'Untitled'} down`}
                        disabled={props.busy || index === articles.length - 1}
                        onClick={() => void move(index, 1)}
                      />
                      <Button
                        variant="quiet"
                        icon={X}
                        label={`Take out ${article.headline || 'Untitled'}`}
                        disabled={props.busy}
                        onClick={() =>
                          void props
                            .onChange(ids.filter((id) => id !== article.id))
                            .then((done) => done && focusOnField(panel.current))
                        }
                      />
                    </span>
                  ) : null
                }
              />
            ))}
          </List>
        )}
        {may && release.releasedAt === null && ids.length < MAX_ARTICLES ? (
          <div className="border-t border-line p-4">
            <Combobox
              label="Add article"
              placeholder="Search by headline"
              search={search}
              value={null}
              onChange={(option) => option && void props.onChange([...ids, option.id])}
            />
          </div>
        ) : null}
      </Panel>
    </div>
  );
}

/** Why an article blocks the release, or from when readers see it if that is later. */
function Note(props: { article: InRelease; scheduled: boolean }) {
  const { article, scheduled } = props;
  if (scheduled && article.state !== 'scheduled')
    return (
      <span className="font-medium text-danger">
        Changed since it was scheduled. The release stops unless it is approved and scheduled again.
      </span>
    );
  if (!scheduled && ['draft', 'in_review'].includes(article.state))
    return <span>To be approved first</span>;
  if (article.embargoUntil !== null && article.state !== 'published')
    return <span>Hidden until {exactTime(article.embargoUntil)}</span>;
  if (!article.live || article.state === 'published') return null;
  return <span>{kindOf(article)}</span>;
}

/** How the next version of an article comes out, with the words of its notices. */
function kindOf({ state, change }: InRelease): string {
  if (state !== 'scheduled' || change === null) return 'A new version';
  if (change.minor) return 'A minor change';
  if (change.corrections.length === 0) return 'A new version';
  return `A correction: ${change.corrections.map(({ why }) => why).join(' ')}`;
}

/** The button that moved it, or the other one where it is at an end now. */
function focusOn(panel: HTMLElement | null, id: string, way: 'Up' | 'Down'): void {
  const buttons = [
    ...(panel?.querySelectorAll<HTMLButtonElement>(`[data-article="${id}"] button`) ?? []),
  ];
  const [up, down] = buttons;
  const chosenButton = way === 'Up' ? up : down;
  const other = way === 'Up' ? down : up;
  (chosenButton?.ariaDisabled === 'true' ? other : chosenButton)?.focus();
}

const focusOnField = (panel: HTMLElement | null) =>
  panel?.querySelector<HTMLInputElement>('input[role=combobox]')?.focus();
