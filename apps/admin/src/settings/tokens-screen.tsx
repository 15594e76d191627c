'use client';

import { useQueryClient } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useMay } from '../session/use-may.ts';
import { VerbButton } from '../shell/verb-button.tsx';
import { Panel } from '../ui/table.tsx';
import { NewTokenDialog } from './new-token-dialog.tsx';
import { SettingsPage } from './settings-page.tsx';
import { TokenList } from './token-list.tsx';

export function TokensScreen() {
  const queries = useQueryClient();
  const mayCreate = useMay('token.create');
  const [creating, setCreating] = useState(false);
  const create = (
    <VerbButton
      variant="primary"
      icon={Plus}
      decision={mayCreate}
      onClick={() => setCreating(true)}
    >
      New token
    </VerbButton>
  );
  return (
    <SettingsPage actions={create}>
      <p className="mb-3 text-ink-soft">
        A token lets a program act as you, within your roles and what you allow it. It is shown once
        and kept only as a hash. It ends by itself, and when you set a new password.
      </p>
      <Panel>
        <TokenList
          empty={{
            title: 'No tokens',
            text: 'Make one for each program, so that each can be revoked by itself.',
            action: create,
          }}
        />
      </Panel>
      {creating ? (
        <NewTokenDialog
          onClose={() => setCreating(false)}
          onCreated={() => void queries.invalidateQueries({ queryKey: ['tokens'] })}
        />
      ) : null}
    </SettingsPage>
  );
}
