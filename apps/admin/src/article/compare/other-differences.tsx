'use client';

import type {
  ArticleDifference,
  FieldDifference,
  FindingDifference,
} from '@viewpoints/domain/articles/compare-articles';
import { RestorableField, RestorableFindingField } from '@viewpoints/domain/articles/restore-words';
import { type DiffPart, diffWords } from '@viewpoints/domain/text/diff-words';
import type { Direction } from '@viewpoints/domain/values';
import { linkKinds } from '../../form-labels.ts';
import { WordDifference } from '../findings/word-difference.tsx';
import { fieldNames } from '../saving/content-of.ts';
import { ChangeSection } from './change-section.tsx';
import type { Names } from './use-names.ts';
import type { Restoring } from './use-restore.ts';
import { fieldText, partLabels, partText } from './value-texts.ts';

/** The difference of two values; where one took the place of the other they are set apart. */
function valueParts(was: string, is: string): DiffPart[] {
  const parts = diffWords(was, is);
  if (parts.some(({ kind }) => kind === 'same')) return parts;
  return parts.flatMap((part, index) =>
    index === 0 ? [part] : [{ kind: 'same', text: ' ' }, part],
  );
}

/** A changed field of the article. */
export function FieldChange(props: {
  difference: FieldDifference;
  names: Names;
  direction: Direction;
  restoring: Restoring | null;
}) {
  const { difference, names, restoring } = props;
  const { field } = difference;
  const texts = [fieldText(difference, 'before', names), fieldText(difference, 'after', names)];
  const restorable = RestorableField.options.find((option) => option === field);
  const [was = '', is = ''] = texts;
  return (
    <ChangeSection
      kind={was === '' ? 'added' : is === '' ? 'removed' : 'changed'}
      name={fieldNames[field]}
      restore={
        restorable
          ? (restoring?.offer(`Restore ${fieldNames[field].toLowerCase()}`, {
              kind: 'field',
              field: restorable,
            }) ?? null)
          : null
      }
    >
      <WordDifference parts={valueParts(was, is)} dir={restorable ? props.direction : 'auto'} />
    </ChangeSection>
  );
}

/** The differences of a finding, field by field. */
export function FindingChange(props: {
  difference: FindingDifference;
  names: Names;
  restoring: Restoring | null;
}) {
  const { difference, names, restoring } = props;
  const { findingId, kind, number, parts } = difference;
  const fields = RestorableFindingField.options.filter((field) =>
    parts.some(({ part }) => part === field),
  );
  const isReworded = parts.some(({ part }) => part === 'proposition');
  return (
    <ChangeSection
      kind={kind}
      name={`Finding ${number}`}
      restore={
        kind === 'changed' && fields.length > 0
          ? (restoring?.offer('Restore wording', { kind: 'finding', findingId, fields }) ?? null)
          : null
      }
    >
      {isReworded ? null : (
        <p dir="auto" className="mb-2 font-serif text-lg leading-snug break-words">
          {difference.proposition}
        </p>
      )}
      <dl className="grid gap-x-4 gap-y-1.5 sm:grid-cols-[8rem_minmax(0,1fr)]">
        {parts.map((part) => (
          <div key={part.part} className="contents">
            <dt className="pt-0.5 text-sm text-ink-faint" lang="en">
              {partLabels[part.part]}
            </dt>
            <dd>
              <WordDifference
                parts={valueParts(partText(part, 'before', names), partText(part, 'after', names))}
              />
            </dd>
          </div>
        ))}
      </dl>
    </ChangeSection>
  );
}

/** A link between findings that was made or taken away. */
export function LinkChange(props: {
  difference: ArticleDifference['links'][number];
  propositions: ReadonlyMap<string, string>;
}) {
  const { kind, link } = props.difference;
  const of = (id: string) => props.propositions.get(id) ?? 'A finding that is not shown to you';
  return (
    <ChangeSection kind={kind} name="Link">
      <p className="break-words">
        <span dir="auto">{of(link.from)}</span>{' '}
        <em lang="en">{linkKinds[link.kind].label.toLowerCase()}</em>{' '}
        <span dir="auto">{of(link.to)}</span>
      </p>
    </ChangeSection>
  );
}
