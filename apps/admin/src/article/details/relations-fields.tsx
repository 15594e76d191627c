'use client';

import { can } from '@viewpoints/domain/accounts/permissions';
import { fieldNameOf, kindHas } from '@viewpoints/domain/kinds/fields-of-kind';
import { kinds } from '@viewpoints/domain/kinds/kinds';
import { reasonFor } from '../../data/problem.ts';
import { useSession } from '../../session/session-provider.tsx';
import { CommentableField } from '../comments/commentable-field.tsx';
import { EntriesField, EntryField } from '../findings/fields/entry-field.tsx';
import type { ArticleSession } from '../screen/use-article-session.ts';
import { SeriesField } from './series-field.tsx';

/** The relations of the article: its series, its original, and related articles. */
export function RelationsFields(props: { session: ArticleSession; disabled: boolean }) {
  const { disabled } = props;
  const { content, setField, invalid, status } = props.session;
  const { me } = useSession();
  const { kind } = props.session.data.article;
  const refused = status.kind === 'failed' ? reasonFor(status.error, 'translationOf') : null;
  return (
    <>
      {kindHas(kind, 'series') ? (
        <CommentableField field="series">
          <SeriesField
            value={content.series}
            onChange={(part) => setField('series', part)}
            disabled={disabled}
            mayCreate={can(me, 'series.create', null, me).ok}
            error={invalid.series ?? null}
          />
        </CommentableField>
      ) : null}
      <CommentableField field="translationOf">
        <EntryField
          kind={kinds[kind].plural}
          label="Translation of"
          optional
          hint="Readers of each are led to the others that are published."
          placeholder={`Search by ${fieldNameOf(kind, 'headline')}`}
          value={content.translationOf}
          onChange={(id) => setField('translationOf', id)}
          disabled={disabled}
          error={refused ?? invalid.translationOf}
        />
      </CommentableField>
      {kindHas(kind, 'pickIds') ? (
        <CommentableField field="pickIds">
          <EntriesField
            kind="articles"
            label="Related reading"
            optional
            hint="Up to six, in order; what is closest follows by itself."
            placeholder="Search by headline"
            value={content.pickIds}
            onChange={(ids) => setField('pickIds', ids)}
            disabled={disabled}
            error={invalid.pickIds}
          />
        </CommentableField>
      ) : null}
    </>
  );
}
