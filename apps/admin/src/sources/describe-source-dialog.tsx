'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { SourceDescriptionContent } from '@viewpoints/domain/sources/source-description';
import { useState } from 'react';
import { checkInput } from '../data/check-input.ts';
import { reasonFor } from '../data/problem.ts';
import { viewpoints } from '../data/viewpoints.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { Form } from '../ui/form.tsx';
import { TextField } from '../ui/text-field.tsx';
import { toast } from '../ui/toast.ts';

/** A source in one's own words, for an editor to enter: what it is, and what was agreed. */
export function DescribeSourceDialog(props: {
  what?: string;
  /** The article that it is for. */
  articleId?: string;
  onClose: () => void;
}) {
  const queries = useQueryClient();
  const [what, setWhat] = useState(props.what ?? '');
  const [terms, setTerms] = useState('');
  const describe = useMutation({
    mutationFn: async () =>
      viewpoints.editor.sources.describe.mutate(
        checkInput(SourceDescriptionContent, {
          ...{ what, terms },
          articleId: props.articleId ?? null,
        }),
      ),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['desk'] });
      toast.done('Described', {
        description: 'An editor enters it; then it is among the sources you can choose.',
      });
      props.onClose();
    },
  });
  return (
    <Dialog
      open
      onOpenChange={props.onClose}
      title="Describe a source"
      description="For the editors alone. They enter it with its terms, and you can then choose it."
      footer={
        <>
          <Button onClick={props.onClose}>Cancel</Button>
          <Button type="submit" form="describe-source" variant="primary" busy={describe.isPending}>
            Send to editors
          </Button>
        </>
      }
    >
      <Form
        id="describe-source"
        className="space-y-4"
        error={describe.error}
        onSubmit={() => {
          if (!describe.isPending) describe.mutate();
        }}
      >
        {describe.error ? <ErrorNote error={describe.error} /> : null}
        <TextField
          label="What it is"
          hint="Who or what, when and where; where it can be read or heard; who took part."
          required
          autoFocus
          rows={4}
          inputClassName="min-h-24"
          maxLength={2000}
          value={what}
          onChange={setWhat}
          error={reasonFor(describe.error, 'what')}
        />
        <TextField
          label="What was agreed"
          hint="On the record, background, Chatham House Rule, off the record: as it was said, and what may not be told."
          required
          rows={3}
          inputClassName="min-h-18"
          maxLength={1000}
          value={terms}
          onChange={setTerms}
          error={reasonFor(describe.error, 'terms')}
        />
      </Form>
    </Dialog>
  );
}
