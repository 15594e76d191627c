'use client';

import { useState } from 'react';
import { MIN_PASSWORD, NewPasswordField } from '../auth/password-field.tsx';
import { changePassword } from '../session/auth-calls.ts';
import { useSession } from '../session/session-provider.tsx';
import { Button } from '../ui/button.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { Page } from '../ui/page.tsx';
import { RoleBadge } from '../ui/state-badges.tsx';
import { Panel } from '../ui/table.tsx';
import { TextField } from '../ui/text-field.tsx';
import { toast } from '../ui/toast.tsx';

export function AccountScreen() {
  const { me, leave } = useSession();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  return (
    <Page
      title="Your account"
      width="prose"
      actions={<Button onClick={() => void leave()}>Sign out</Button>}
    >
      <div className="space-y-5">
        <Panel title="Profile" padded>
          <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-2">
            <dt className="text-ink-faint">Name</dt>
            <dd>{me.name}</dd>
            <dt className="text-ink-faint">E-mail</dt>
            <dd className="break-all">{me.email}</dd>
            <dt className="text-ink-faint">Roles</dt>
            <dd className="flex flex-wrap gap-1.5">
              {me.roles.map((role) => (
                <RoleBadge key={role} role={role} />
              ))}
            </dd>
          </dl>
        </Panel>
        <Panel title="New password" description="Signs you out on every other device." padded>
          <form
            className="max-w-sm space-y-4"
            onSubmit={async (event) => {
              event.preventDefault();
              setBusy(true);
              setError(null);
              try {
                await changePassword(current, next);
                setCurrent('');
                setNext('');
                toast.done('Your new password is set');
              } catch (thrown) {
                setError(thrown);
              } finally {
                setBusy(false);
              }
            }}
          >
            {error ? <ErrorNote error={error} /> : null}
            <TextField
              label="Current password"
              type="password"
              autoComplete="current-password"
              required
              value={current}
              onChange={setCurrent}
              dir="ltr"
            />
            <NewPasswordField label="New password" value={next} onChange={setNext} />
            <Button
              type="submit"
              variant="primary"
              busy={busy}
              disabled={current === '' || next.length < MIN_PASSWORD}
            >
              Set password
            </Button>
          </form>
        </Panel>
      </div>
    </Page>
  );
}
