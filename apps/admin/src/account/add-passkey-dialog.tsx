'use client';

import { useState } from 'react';
import { type Problem, reasonFor } from '../data/problem.ts';
import { viewpoints } from '../data/viewpoints.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { Form } from '../ui/form.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useTask } from '../ui/use-task.ts';

/** Names a passkey and has a device make it. */
export function AddPasskeyDialog(props: {
  onClose: () => void;
  onAdded: (passkey: { name: string }) => void;
}) {
  const [name, setName] = useState('');
  const { busy, error, run } = useTask({ endsWithSuccess: true });
  const add = async () => {
    if (busy) return;
    await run(async () => {
      const api = viewpoints.editor.account.passkeys;
      const credential = await makeCredential(await api.begin.mutate());
      props.onAdded(await api.add.mutate({ name, credential }));
      props.onClose();
    });
  };
  return (
    <Dialog
      open
      onOpenChange={props.onClose}
      size="sm"
      title="Add passkey"
      description="Your browser asks which device is to keep it, and who you are to that device."
      footer={
        <>
          <Button onClick={props.onClose}>Cancel</Button>
          <Button type="submit" form="add-passkey" variant="primary" busy={busy}>
            Add passkey
          </Button>
        </>
      }
    >
      <Form id="add-passkey" error={error} onSubmit={() => void add()} className="space-y-4">
        <TextField
          label="Name"
          hint="Which device it is on, such as “Phone”."
          required
          maxLength={60}
          autoFocus
          value={name}
          onChange={setName}
          error={reasonFor(error, 'name')}
        />
        {error && !reasonFor(error, 'name') ? <ErrorNote error={error} /> : null}
      </Form>
    </Dialog>
  );
}

const noPasskey = (title: string, next: string): Problem => ({
  ...{ code: 'no_passkey', title, next, reasons: [] },
});

type Options = Awaited<ReturnType<typeof viewpoints.editor.account.passkeys.begin.mutate>>;
type Made = Parameters<typeof viewpoints.editor.account.passkeys.add.mutate>[0]['credential'];

/** Has the browser make a key on a device of its user's choice. */
async function makeCredential({ extensions: _, ...options }: Options): Promise<Made> {
  if (!('PublicKeyCredential' in window) || !PublicKeyCredential.parseCreationOptionsFromJSON)
    throw noPasskey('This browser has no passkeys.', 'Use a newer one, or another device.');
  try {
    const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options);
    const made = (await navigator.credentials.create({ publicKey })) as PublicKeyCredential;
    const { id, rawId, response } = made.toJSON() as RegistrationResponseJSON;
    const { clientDataJSON, attestationObject } = response;
    return { id, rawId, type: 'public-key', response: { clientDataJSON, attestationObject } };
  } catch (error) {
    if (error instanceof DOMException && error.name === 'InvalidStateError')
      throw noPasskey('This device has a passkey of yours.', 'Use that one, or another device.');
    // A browser does not say whether the user cancelled, or what the device could not do.
    throw noPasskey('No passkey was made.', 'Try again, or with another device.');
  }
}
