'use client';

import { useMutation } from '@tanstack/react-query';
import { ChangeKind } from '@viewpoints/domain/changes/public-change';
import { kinds as kindsOf } from '@viewpoints/domain/kinds/kinds';
import {
  type Webhook,
  type WebhookContent,
  WebhookEvent,
} from '@viewpoints/domain/webhooks/webhook';
import { useState } from 'react';
import { reasonFor } from '../../data/problem.ts';
import { viewpoints } from '../../data/viewpoints.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Form } from '../../ui/form.tsx';
import { Checkbox } from '../../ui/switch.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { SecretDialog } from './secret-dialog.tsx';
import { events as eventWords } from './webhook-labels.ts';

const blank: WebhookContent = {
  ...{ name: '', url: '', kinds: ['article', 'finding'] },
  events: [...WebhookEvent.options],
};

/** Makes a webhook and shows its secret once, or changes the one that is given. */
export function WebhookDialog(props: {
  webhook?: Webhook;
  onClose: () => void;
  onSaved: () => void;
}) {
  // As it was when the dialog opened: a save names the version that the user saw.
  const [webhook] = useState(props.webhook);
  const [draft, setDraft] = useState<WebhookContent>(() =>
    webhook === undefined
      ? blank
      : { name: webhook.name, url: webhook.url, kinds: webhook.kinds, events: webhook.events },
  );
  const save = useMutation({
    mutationFn: async () => {
      const content = { ...draft, name: draft.name.trim(), url: draft.url.trim() };
      if (webhook === undefined) return viewpoints.editor.webhooks.create.mutate(content);
      await viewpoints.editor.webhooks.save.mutate({ id: webhook.id, seen: webhook.save, content });
      return null;
    },
    onSuccess: (made) => {
      props.onSaved();
      if (made === null) props.onClose();
    },
  });
  if (save.data) return <SecretDialog secret={save.data.secret} onClose={props.onClose} />;
  const { name, url, kinds, events } = draft;
  const incomplete =
    name.trim() === '' || url.trim() === '' || kinds.length === 0 || events.length === 0;
  const wrong = { name: reasonFor(save.error, 'name'), url: reasonFor(save.error, 'url') };
  return (
    <Dialog
      open
      onOpenChange={props.onClose}
      title={webhook === undefined ? 'New webhook' : 'Edit webhook'}
      footer={
        <>
          <Button onClick={props.onClose}>Cancel</Button>
          <Button
            type="submit"
            form="webhook"
            variant="primary"
            busy={save.isPending}
            disabled={incomplete}
          >
            {webhook === undefined ? 'Create webhook' : 'Save webhook'}
          </Button>
        </>
      }
    >
      <Form
        id="webhook"
        className="space-y-4"
        error={save.error}
        onSubmit={() => {
          if (!save.isPending) save.mutate();
        }}
      >
        {save.error && !wrong.name && !wrong.url ? <ErrorNote error={save.error} /> : null}
        <TextField
          label="Name"
          required
          autoFocus
          maxLength={80}
          placeholder="Archive"
          value={name}
          onChange={(next) => setDraft({ ...draft, name: next })}
          error={wrong.name}
        />
        <TextField
          label="Address"
          hint="Begins with https:// and is public. It may contain a secret: only administrators see it."
          required
          dir="ltr"
          maxLength={2000}
          placeholder="https://archive.example/hook"
          value={url}
          onChange={(next) => setDraft({ ...draft, url: next })}
          error={wrong.url}
        />
        <fieldset>
          <legend className="mb-1.5 text-sm font-medium text-ink-soft">Kinds</legend>
          <div className="grid gap-2 sm:grid-cols-3">
            {ChangeKind.options.map((kind) => (
              <Checkbox
                key={kind}
                label={kindsOf[kind].label.many}
                checked={kinds.includes(kind)}
                onChange={(on) =>
                  setDraft({
                    ...draft,
                    kinds: ChangeKind.options.filter((each) =>
                      each === kind ? on : kinds.includes(each),
                    ),
                  })
                }
              />
            ))}
          </div>
        </fieldset>
        <fieldset className="space-y-2.5">
          <legend className="mb-1.5 text-sm font-medium text-ink-soft">Events</legend>
          {WebhookEvent.options.map((event) => (
            <Checkbox
              key={event}
              label={eventWords[event].label}
              hint={eventWords[event].hint}
              checked={events.includes(event)}
              onChange={(on) =>
                setDraft({
                  ...draft,
                  events: WebhookEvent.options.filter((each) =>
                    each === event ? on : events.includes(each),
                  ),
                })
              }
            />
          ))}
        </fieldset>
      </Form>
    </Dialog>
  );
}
