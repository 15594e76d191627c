'use client';

import { can } from '@viewpoints/domain/accounts/permissions';
import { genreLabels } from '@viewpoints/domain/articles/genre-labels';
import { fieldNameOf, kindHas } from '@viewpoints/domain/kinds/fields-of-kind';
import { directionOf } from '@viewpoints/domain/text/direction';
import { capitalised } from '@viewpoints/domain/text/sentence';
import { Lock, RefreshCw } from 'lucide-react';
import { reasonFor } from '../../data/problem.ts';
import { ImportReportButton } from '../../imports/import-report-button.tsx';
import { optionsOf } from '../../options-of.ts';
import { useSuggestedSlug } from '../../records/suggest-slug.ts';
import { useSession } from '../../session/session-provider.tsx';
import { Button } from '../../ui/button.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { ArticleReads } from '../../visits/article-reads.tsx';
import { CommentableField } from '../comments/commentable-field.tsx';
import { LanguageField } from '../editor/language/language-field.tsx';
import { EntriesField } from '../findings/fields/entry-field.tsx';
import { SourcesField } from '../findings/fields/source-fields.tsx';
import type { ArticleField } from '../saving/content-of.ts';
import type { ArticleSession } from '../screen/use-article-session.ts';
import { BylineField } from './byline-field.tsx';
import { PlaceField } from './place-field.tsx';
import { RelationsFields } from './relations-fields.tsx';

/** The article's metadata: section, topics, byline and all else but its words. */
export function DetailsPanel(props: { session: ArticleSession; editable: boolean }) {
  const { session } = props;
  const { content, setField, invalid } = session;
  const { me } = useSession();
  const disabled = !props.editable;
  const suggested = useSuggestedSlug(content.headline);
  const { article, place } = session.data;
  const live = article.liveRevisionId !== null;
  const has = (field: ArticleField) => kindHas(article.kind, field);
  const { status } = session;
  const refused = status.kind === 'failed' ? reasonFor(status.error, 'slug') : null;
  const words = fieldNameOf(article.kind, 'headline');
  return (
    <div className="grid gap-4">
      {place === null ? null : <PlaceField session={session} />}
      {has('byline') ? (
        <CommentableField field="byline">
          <BylineField
            value={content.byline}
            onChange={(byline) => setField('byline', byline)}
            disabled={disabled}
            mayCreate={can(me, 'author.create', null, me).ok}
            error={invalid.byline ?? null}
          />
        </CommentableField>
      ) : null}
      {has('topicIds') ? (
        <CommentableField field="topicIds">
          <EntriesField
            kind="topics"
            label="Topics"
            hint="In order: it is filed under the first."
            value={content.topicIds}
            onChange={(ids) => setField('topicIds', ids)}
            create={can(me, 'topic.create', null, me).ok}
            disabled={disabled}
            error={invalid.topicIds}
          />
        </CommentableField>
      ) : null}
      {has('sourceIds') ? (
        <CommentableField field="sourceIds">
          <SourcesField
            label="Sources"
            hint="What the whole article rests on: readers see them under “How we know”."
            value={content.sourceIds}
            onChange={(ids) => setField('sourceIds', ids)}
            disabled={disabled}
            error={invalid.sourceIds}
          />
        </CommentableField>
      ) : null}
      <RelationsFields session={session} disabled={disabled} />
      <div className="grid grid-cols-2 gap-3">
        {has('genre') ? (
          <CommentableField field="genre">
            <Select
              label="Genre"
              value={content.genre}
              onChange={(genre) => setField('genre', genre)}
              options={optionsOf(genreLabels)}
              disabled={disabled}
            />
          </CommentableField>
        ) : null}
        {has('section') ? (
          <CommentableField field="section">
            <TextField
              label="Section"
              value={content.section}
              onChange={(section) => setField('section', section)}
              maxLength={60}
              disabled={disabled}
              error={invalid.section}
            />
          </CommentableField>
        ) : null}
        <CommentableField field="language">
          <LanguageField
            label="Language"
            value={content.language}
            onChange={(tag) => {
              if (tag === null) return;
              setField('language', tag);
              setField('direction', directionOf(tag));
            }}
            disabled={disabled}
            error={invalid.language}
          />
        </CommentableField>
        <CommentableField field="direction">
          <Select
            label="Direction"
            value={content.direction}
            onChange={(direction) => setField('direction', direction)}
            options={[
              { value: 'ltr', label: 'Left to right' },
              { value: 'rtl', label: 'Right to left' },
            ]}
            disabled={disabled}
          />
        </CommentableField>
      </div>
      <CommentableField field="slug">
        <div className="flex items-start gap-2">
          <TextField
            className="flex-1"
            label={capitalised(fieldNameOf(article.kind, 'slug'))}
            hint={
              place !== null
                ? addressHint(place, content.slug, live)
                : live
                  ? 'Changing it moves a published article to another address.'
                  : 'Its address: /articles/…'
            }
            value={content.slug}
            onChange={(slug) => setField('slug', slug)}
            dir="ltr"
            disabled={disabled}
            error={refused ?? invalid.slug}
          />
          {suggested !== '' && suggested !== content.slug && !disabled ? (
            <Button
              className="mt-5.5"
              icon={RefreshCw}
              label={`Use ${words}: ${suggested}`}
              onClick={() => setField('slug', suggested)}
            />
          ) : null}
        </div>
      </CommentableField>
      <CommentableField field="note">
        <TextField
          label={
            <span className="inline-flex items-center gap-1">
              <Lock aria-hidden className="size-3" /> Desk note
            </span>
          }
          hint="Never published, and not kept on this device: it is safe once it is saved."
          rows={3}
          value={content.note}
          onChange={(note) => setField('note', note)}
          maxLength={10_000}
          disabled={disabled}
          error={invalid.note}
        />
      </CommentableField>
      {props.editable ? <ImportReportButton articleId={session.id} /> : null}
      {live ? <ArticleReads id={session.id} /> : null}
    </div>
  );
}

/** The whole address that a page has with this slug, and when a change of it takes effect. */
function addressHint({ address }: { address: string }, slug: string, live: boolean): string {
  const whole = `/${[...address.split('/').slice(0, -1), slug].join('/')}`;
  return live ? `${whole}, with the next version.` : `On the reading site: ${whole}`;
}
