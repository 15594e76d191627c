'use client';

import {
  type ImportOutcome,
  importOutcomeOf,
  importSentenceOf,
} from '@viewpoints/domain/imports/import-points';
import type {
  ArticlesPreview,
  ImportPreview,
  SourcesPreview,
} from '@viewpoints/domain/imports/import-upload';
import { sayLeftOut } from '@viewpoints/domain/imports/left-out';
import { referenceSentence } from '@viewpoints/domain/sources/source-from-csl';
import { counted } from '@viewpoints/domain/text/counted';
import { Badge } from '../../ui/badge.tsx';
import { List, ListRow } from '../../ui/list.tsx';
import { Panel } from '../../ui/table.tsx';
import { Time } from '../../ui/time.tsx';

/** What would become of the files of an import, or became of them. */
export function PreviewPanel({ preview, isDone }: { preview: ImportPreview; isDone: boolean }) {
  return preview.of === 'articles' ? (
    <OfArticles preview={preview} />
  ) : (
    <OfSources preview={preview} isDone={isDone} />
  );
}

const headings: Readonly<Record<ImportOutcome, string>> = {
  check: 'To decide',
  left_out: 'Left out',
  changed: 'Changed',
};

function OfArticles({ preview }: { preview: ArticlesPreview }) {
  const { comesIn, known, words, pictures, site, leftOut, comments, fields, points } = preview;
  const number = (count: number) => count.toLocaleString('en-GB');
  return (
    <div className="grid gap-5">
      <section aria-labelledby="what-comes-in" className="grid gap-1">
        <h2 id="what-comes-in" className="text-base font-semibold">
          What comes in
        </h2>
        <p>
          {counted(comesIn, 'article')} as {comesIn === 1 ? 'a draft' : 'drafts'}, {number(words)}{' '}
          words, {counted(pictures, 'picture')}.{' '}
          {known > 0 ? `${counted(known, 'article')} came in before.` : ''}
        </p>
        <p className="text-sm break-words text-ink-soft">
          {site.title === '' ? '' : `${site.title}, `}
          {site.address}
        </p>
      </section>
      {(['check', 'left_out', 'changed'] as const).map((outcome) => (
        <Points
          key={outcome}
          heading={headings[outcome]}
          points={points
            .filter(({ code }) => importOutcomeOf(code) === outcome)
            .map((point) => ({ ...point, sentence: importSentenceOf(point.code) }))}
          more={
            outcome === 'left_out'
              ? [
                  ...leftOut.map(
                    ({ type, why, count }) =>
                      `${number(count)} ${type || 'items'}: ${sayLeftOut(why)}.`,
                  ),
                  ...(comments > 0
                    ? [`${counted(comments, 'comment')} of readers stay on the old site.`]
                    : []),
                  ...fields.slice(0, 30).map(({ name, items }) => `Not read: ${name} (${items}).`),
                ]
              : []
          }
        />
      ))}
      <section aria-label="Articles" className="grid gap-2">
        <h2 className="text-base font-semibold">
          Articles
          {preview.items > preview.first.length ? ` (the first ${preview.first.length})` : ''}
        </h2>
        <Panel>
          <List label="Articles">
            {preview.first.map((item, index) => (
              <ListRow
                // biome-ignore lint/suspicious/noArrayIndexKey: nothing else tells two of one name apart, and the list stays as it is.
                key={index}
                title={item.headline || 'Untitled'}
                serif
                badges={
                  item.comesIn ? (
                    <Badge>{statusWords[item.status]}</Badge>
                  ) : (
                    <Badge tone="warn">Left out</Badge>
                  )
                }
                meta={
                  <>
                    <span>{counted(item.words, 'word')}</span>
                    {item.pictures > 0 ? <span>{counted(item.pictures, 'picture')}</span> : null}
                    {item.address === null ? null : (
                      <span className="wrap-anywhere">{item.address}</span>
                    )}
                  </>
                }
                end={item.publishedAt === null ? null : <Time at={item.publishedAt} />}
              />
            ))}
          </List>
        </Panel>
      </section>
    </div>
  );
}

const statusWords: Readonly<Record<ArticlesPreview['first'][number]['status'], string>> = {
  published: 'Was public',
  scheduled: 'Was scheduled',
  draft: 'Draft',
  pending: 'Was pending',
  private: 'Was private',
  unknown: 'Unknown',
};

function OfSources({ preview, isDone }: { preview: SourcesPreview; isDone: boolean }) {
  const { entered, known, leftOut, points } = preview;
  return (
    <div className="grid gap-5">
      <p>
        {isDone ? 'Entered' : 'To enter'}: {counted(entered, 'source')}.{' '}
        {known > 0 ? `There already: ${counted(known, 'source')}. ` : ''}
        {leftOut > 0 ? `Left out: ${counted(leftOut, 'reference')}.` : ''}
      </p>
      <Points
        heading="To decide"
        points={points.map((point) => ({ ...point, sentence: referenceSentence(point.code) }))}
        more={[]}
      />
    </div>
  );
}

type Place = { headline: string; at: string; words: string };

function Points(props: {
  heading: string;
  points: readonly { sentence: string; count: number; places: readonly Place[] }[];
  more: readonly string[];
}) {
  const { heading, points, more } = props;
  if (points.length + more.length === 0) return null;
  return (
    <section className="grid gap-2">
      <h2 className="text-base font-semibold">{heading}</h2>
      <ul className="grid gap-1.5 text-sm">
        {points.map(({ sentence, count, places }) => (
          <li key={sentence}>
            <details>
              <summary className="cursor-pointer">
                {sentence} ({count})
              </summary>
              <ul className="grid list-disc gap-1 py-1 ps-8 text-ink-soft wrap-anywhere">
                {places.map((place, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: the list stays as it is.
                  <li key={index}>
                    {place.headline || 'Untitled'}, {place.at}
                    {place.words === '' ? '' : `: ${place.words}`}
                  </li>
                ))}
                {count > places.length ? <li>and {count - places.length} more</li> : null}
              </ul>
            </details>
          </li>
        ))}
        {more.map((line) => (
          <li key={line} className="wrap-anywhere">
            {line}
          </li>
        ))}
      </ul>
    </section>
  );
}
