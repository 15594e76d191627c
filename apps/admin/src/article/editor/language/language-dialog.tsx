'use client';

import type { EditorView } from '@tiptap/pm/view';
import { directionOf } from '@viewpoints/domain/text/direction';
import { type Direction, Language } from '@viewpoints/domain/values';
import { useMemo, useState } from 'react';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Select } from '../../../ui/select.tsx';
import { markedRange, writeMark } from '../links/mark-range.ts';
import { LanguageField } from './language-field.tsx';

/** Says in which language some words are, so that they are pronounced, hyphenated and set right. */
export function LanguageDialog(props: { view: EditorView; onClose: () => void }) {
  const { view } = props;
  const { language } = view.state.schema.marks;
  const range = useMemo(
    () => (language ? markedRange(view.state, language) : null),
    [view, language],
  );
  const [lang, setLang] = useState<string | null>(range?.mark?.attrs.lang ?? null);
  const [dir, setDir] = useState<Direction | null>(range?.mark?.attrs.dir ?? null);
  if (!language || !range) return null;
  const empty = range.from === range.to;

  const write = (marked: boolean) => {
    props.onClose();
    const mark = marked && lang ? language.create({ lang, dir }) : null;
    requestAnimationFrame(() => writeMark(view, range, mark, language, ''));
  };

  return (
    <Dialog
      open
      onOpenChange={props.onClose}
      size="sm"
      title="Mark language"
      description={
        empty ? (
          'Select the words first.'
        ) : (
          <span dir="auto">“{view.state.doc.textBetween(range.from, range.to)}”</span>
        )
      }
      footer={
        <>
          {range.mark ? (
            <Button variant="danger-quiet" onClick={() => write(false)}>
              Remove mark
            </Button>
          ) : null}
          <Button
            variant="primary"
            disabled={empty || lang === null || !Language.safeParse(lang).success}
            onClick={() => write(true)}
          >
            Mark
          </Button>
        </>
      }
    >
      <div className="grid gap-3 sm:grid-cols-2">
        <LanguageField
          label="Language"
          value={lang}
          onChange={(next) => {
            setLang(next);
            setDir(next ? directionOf(next) : null);
          }}
        />
        <Select
          label="Direction"
          value={dir}
          onChange={setDir}
          options={[
            { value: null, label: 'As surrounding text' },
            { value: 'ltr', label: 'Left to right' },
            { value: 'rtl', label: 'Right to left' },
          ]}
        />
      </div>
    </Dialog>
  );
}
