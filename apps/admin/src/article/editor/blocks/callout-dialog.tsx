'use client';

import type { Editor } from '@tiptap/core';
import { Callout, CalloutKind } from '@viewpoints/domain/document/blocks/callout';
import { useId, useState } from 'react';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Select } from '../../../ui/select.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { useLeaving } from '../../../ui/use-leaving.tsx';
import type { BlockRequest } from '../editor-actions.ts';
import { ownAttributes } from '../read-document.ts';
import { changeBlock, unwrapBlock, wrapInBlock } from '../wrapping-block.ts';
import { calloutLabels } from './callout.ts';

const CalloutAttrs = Callout.shape.attrs;

/** Asks the user for the kind of a callout and its title. */
export function CalloutDialog(props: {
  editor: Editor;
  request: BlockRequest;
  onClose: () => void;
}) {
  const { editor, request } = props;
  const [before] = useState(() => {
    const node = request.kind === 'edit' ? editor.state.doc.nodeAt(request.position) : null;
    return node?.type.name === 'callout' ? CalloutAttrs.parse(ownAttributes(node)) : null;
  });
  const [kind, setKind] = useState<CalloutKind>(before?.kind ?? 'note');
  const [title, setTitle] = useState(before?.title ?? '');
  const form = useId();
  const attrs = CalloutAttrs.safeParse({ kind, title: title.trim() || null });
  const isChanged = kind !== (before?.kind ?? 'note') || title !== (before?.title ?? '');
  const { leave, question } = useLeaving(isChanged, props.onClose);

  /** Once the dialog has given the focus back to the text. */
  const then = (act: () => void) => {
    props.onClose();
    requestAnimationFrame(act);
  };
  const done = () => {
    if (!attrs.success) return;
    if (request.kind === 'new') then(() => wrapInBlock(editor, 'callout', attrs.data));
    else then(() => changeBlock(editor, 'callout', request.position, attrs.data));
  };

  return (
    <Dialog
      open
      onOpenChange={leave}
      size="sm"
      title={request.kind === 'new' ? 'Callout' : 'Change the callout'}
      footer={
        <>
          {request.kind === 'edit' ? (
            <Button
              variant="danger-quiet"
              onClick={() => then(() => unwrapBlock(editor, 'callout', request.position))}
            >
              Remove callout
            </Button>
          ) : null}
          <Button onClick={leave}>Cancel</Button>
          <Button type="submit" form={form} variant="primary">
            {request.kind === 'new' ? 'Insert' : 'Change'}
          </Button>
        </>
      }
    >
      <form
        id={form}
        noValidate
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          done();
        }}
      >
        <Select
          label="Kind"
          value={kind}
          onChange={setKind}
          options={CalloutKind.options.map((value) => ({ value, label: calloutLabels[value] }))}
        />
        <TextField
          label="Title"
          optional
          hint="What it is about, in a few words."
          value={title}
          onChange={setTitle}
          maxLength={120}
          error={attrs.success ? null : 'Use at most 120 characters.'}
        />
      </form>
      {question}
    </Dialog>
  );
}
