'use client';

import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { reasonFor } from '../data/problem.ts';
import { viewpoints } from '../data/viewpoints.ts';
import { CodeField } from '../session/code-field.tsx';
import { Button } from '../ui/button.tsx';
import { CopyText } from '../ui/copy-text.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { Form } from '../ui/form.tsx';
import { QrCode } from './qr-code.tsx';

/** Gives the secret to an app, and puts it in use by a code of it. */
export function SetUpAppDialog(props: {
  secret: string;
  uri: string;
  onClose: () => void;
  onDone: (recoveryCodes: readonly string[]) => void;
}) {
  const [code, setCode] = useState('');
  const turnOn = useMutation({
    mutationFn: () => viewpoints.editor.account.secondFactor.turnOn.mutate({ code }),
    onSuccess: ({ recoveryCodes }) => props.onDone(recoveryCodes),
  });
  const wrong = reasonFor(turnOn.error, 'code');
  return (
    <Dialog
      open
      onOpenChange={props.onClose}
      size="sm"
      title="Set up app"
      description="Scan this with an app for codes, such as Aegis, Google Authenticator or your password manager. Then type the code that it shows."
      footer={
        <>
          <Button onClick={props.onClose}>Cancel</Button>
          <Button type="submit" form="set-up-app" variant="primary" busy={turnOn.isPending}>
            Turn on
          </Button>
        </>
      }
    >
      <Form
        id="set-up-app"
        className="space-y-4"
        error={turnOn.error}
        onSubmit={() => {
          if (!turnOn.isPending) turnOn.mutate();
        }}
      >
        {turnOn.error && !wrong ? <ErrorNote error={turnOn.error} /> : null}
        <QrCode text={props.uri} label="App QR code" />
        <div>
          <p className="mb-1.5 text-sm text-ink-soft">Or type this into the app:</p>
          <CopyText text={inGroups(props.secret)} testId="app-secret" />
        </div>
        <CodeField appOnly value={code} onChange={setCode} error={wrong} />
      </Form>
    </Dialog>
  );
}

/** Groups of four are easier to type. */
const inGroups = (secret: string): string => secret.replaceAll(/.{4}(?=.)/g, '$& ');
