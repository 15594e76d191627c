'use client';

import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { reasonFor } from '../data/problem.ts';
import { viewpoints } from '../data/viewpoints.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { Form } from '../ui/form.tsx';
import { TextField } from '../ui/text-field.tsx';

/** Asks for the subject and the language of a new newsletter. */
export function NewNewsletterDialog(props: {
  onClose: () => void;
  onCreated: (id: string) => void;
}) {
  const [subject, setSubject] = useState('');
  const [typed, setLanguage] = useState<string | null>(null);
  const journal = useQuery({
    queryKey: ['newsletters', 'journal'],
    queryFn: () => viewpoints.journal.get.query(),
  });
  const { newsletterLanguages = [], language: own = '' } = journal.data ?? {};
  const language = typed ?? newsletterLanguages[0] ?? own;
  const create = useMutation({
    mutationFn: () =>
      viewpoints.editor.newsletters.create.mutate({ subject, language: language.trim() }),
    onSuccess: ({ id }) => props.onCreated(id),
  });
  const isReady = subject.trim() !== '' && language.trim() !== '';
  return (
    <Dialog
      open
      onOpenChange={props.onClose}
      size="sm"
      title="New newsletter"
      footer={
        <>
          <Button onClick={props.onClose}>Cancel</Button>
          <Button
            type="submit"
            form="new-newsletter"
            variant="primary"
            busy={create.isPending}
            disabled={!isReady}
          >
            Create newsletter
          </Button>
        </>
      }
    >
      <Form
        id="new-newsletter"
        className="space-y-4"
        error={create.error}
        onSubmit={() => {
          if (!create.isPending && isReady) create.mutate();
        }}
      >
        {create.error ? <ErrorNote error={create.error} /> : null}
        <TextField
          label="Subject"
          hint="What readers see in their list of mail."
          required
          autoFocus
          maxLength={150}
          value={subject}
          onChange={setSubject}
          error={reasonFor(create.error, 'subject')}
        />
        <TextField
          label="Language"
          hint="A BCP 47 tag. It goes to those who subscribed in this language."
          required
          value={language}
          onChange={setLanguage}
          error={reasonFor(create.error, 'language')}
          dir="ltr"
        />
      </Form>
    </Dialog>
  );
}
