'use client';

import type { ArticleContent } from '@viewpoints/domain/articles/article';
import { documentText } from '@viewpoints/domain/document/document-text';
import { diffWords } from '@viewpoints/domain/text/diff-words';
import { useId, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { languageName } from '../editor/language/language-names.ts';
import { WordDifference } from '../findings/word-difference.tsx';
import { type ArticleField, fieldNames } from '../saving/content-of.ts';
import type { Conflict } from './use-restored-copy.ts';

type FieldChoice = 'mine' | 'theirs';

/**
 * Shows where both sides changed the same, field by field, and lets the user choose one or the
 * other there. All other changes of both are merged either way.
 */
export function ConflictDialog(props: {
  conflict: Conflict;
  onResolve: (content: ArticleContent) => void;
}) {
  const { conflict } = props;
  const { mine, theirs, overlaps } = conflict;
  const [choices, setChoices] = useState<ReadonlyMap<ArticleField, FieldChoice>>(new Map());
  const choiceOf = (field: ArticleField) => choices.get(field) ?? 'mine';
  const merged = () => {
    const own = overlaps.filter((field) => choiceOf(field) === 'mine');
    return { ...theirs, ...Object.fromEntries(own.map((field) => [field, mine[field]])) };
  };
  const mineName = conflict.from === 'copy' ? 'The copy on this device' : 'Yours';
  return (
    <Dialog
      open
      onOpenChange={() => {}}
      dismissible={false}
      size="lg"
      title={conflict.from === 'copy' ? 'Unsaved copy found' : 'Same text changed'}
      description={
        <>
          <p>
            {conflict.from === 'copy'
              ? 'Something written here was not saved, and the article has changed since.'
              : 'Somebody changed the same text while you were writing.'}
          </p>
          {conflict.who.map((one) => (
            <p key={one}>{one}</p>
          ))}
          <p>
            Nothing is overwritten until you have chosen. What was changed in other places is kept
            from both. What is not chosen can still be copied from here.
          </p>
        </>
      }
      footer={
        <Button variant="primary" onClick={() => props.onResolve(merged())}>
          Continue with these
        </Button>
      }
    >
      <div className="grid gap-5">
        {overlaps.map((field) => (
          <FieldChooser
            key={field}
            field={field}
            mineName={mineName}
            mine={mine}
            theirs={theirs}
            choice={choiceOf(field)}
            onChoose={(choice) => setChoices(new Map(choices).set(field, choice))}
          />
        ))}
      </div>
    </Dialog>
  );
}

function FieldChooser(props: {
  field: ArticleField;
  mineName: string;
  mine: ArticleContent;
  theirs: ArticleContent;
  choice: FieldChoice;
  onChoose: (choice: FieldChoice) => void;
}) {
  const { field } = props;
  const name = useId();
  const [mine, theirs] = [inWords(props.mine, field), inWords(props.theirs, field)];
  const sides: { side: FieldChoice; label: string }[] = [
    { side: 'mine', label: props.mineName },
    { side: 'theirs', label: 'Saved version' },
  ];
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1 font-semibold">{fieldNames[field]}</legend>
      <div className="max-h-72 overflow-y-auto rounded-md border border-line p-3">
        <p className="mb-1 text-sm text-ink-faint">
          From the saved version to {props.mineName.toLowerCase()}:
        </p>
        <WordDifference parts={diffWords(theirs, mine)} dir={props.theirs.direction} />
      </div>
      <div className="flex flex-wrap gap-x-5 gap-y-2">
        {sides.map(({ side, label }) => (
          <label key={side} className="flex items-center gap-2">
            <input
              type="radio"
              name={name}
              className="size-4 accent-(--accent)"
              checked={props.choice === side}
              onChange={() => props.onChoose(side)}
            />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function inWords(content: ArticleContent, field: ArticleField): string {
  switch (field) {
    case 'body':
      return documentText(content.body).text;
    case 'byline':
      return content.byline === null
        ? 'not decided'
        : content.byline.kind === 'none'
          ? content.byline.reason
          : `${content.byline.authorIds.length} named`;
    case 'series':
      return content.series === null ? 'none' : `part ${content.series.part}`;
    case 'translationOf':
      return content.translationOf === null ? 'none' : 'chosen';
    case 'topicIds':
    case 'sourceIds':
    case 'pickIds':
      return `${content[field].length} chosen`;
    case 'language':
      return languageName(content.language);
    case 'genre':
    case 'direction':
      return content[field].replaceAll('_', ' ');
    default:
      return content[field];
  }
}
