'use client';

import type { Outputs } from '@viewpoints/client';
import { counted } from '@viewpoints/domain/text/counted';
import { useState } from 'react';
import { reasonFor } from '../data/problem.ts';
import { viewpoints } from '../data/viewpoints.ts';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { Select } from '../ui/select.tsx';
import { toast } from '../ui/toast.ts';

type Account = Outputs['editor']['people']['list']['accounts'][number];

/** Disables an account, and reassigns its articles. */
export function DisableDialog(props: {
  account: Account;
  /** Accounts that can take over its articles. */
  others: readonly Account[];
  isMe: boolean;
  onClose: () => void;
  onDisabled: () => Promise<unknown>;
}) {
  const { account, isMe } = props;
  const { assignedArticles: waiting } = account;
  const [handOverTo, setHandOverTo] = useState<string | null>(null);
  const [error, setError] = useState<unknown>(null);
  const disable = async () => {
    setError(null);
    try {
      const done = await viewpoints.editor.people.disable.mutate({
        ...{ id: account.id, confirmSelf: isMe, handOverTo },
      });
      await props.onDisabled();
      toast.done(`${account.name} can no longer sign in.${outcome(done)}`);
    } catch (thrown) {
      setError(thrown);
      throw thrown;
    }
  };
  return (
    <ConfirmDialog
      open
      onOpenChange={props.onClose}
      danger
      title={isMe ? 'Disable your own account?' : `Disable ${account.name}’s account?`}
      consequence={
        isMe
          ? 'You are signed out at once, and only another admin can let you in again. Your access tokens and invitations end for good. What you wrote stays, under your name.'
          : 'They are signed out everywhere at once and cannot sign in. Their access tokens and the invitations they sent end, for good. What they wrote stays, under their name. You can enable the account again.'
      }
      action={isMe ? 'Disable my account' : 'Disable'}
      onConfirm={disable}
    >
      {waiting > 0 ? (
        <Select
          label="Hand over to"
          hint={`${waiting === 1 ? 'One article waits' : `${waiting} articles wait`} for ${isMe ? 'you' : 'them'}. What this person cannot take is for anybody.`}
          value={handOverTo}
          onChange={setHandOverTo}
          error={reasonFor(error, 'handOverTo')}
          options={[
            { value: null, label: 'Anybody' },
            ...props.others.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      ) : null}
    </ConfirmDialog>
  );
}

function outcome({ handedOver, unassigned }: { handedOver: number; unassigned: number }): string {
  const articles = (count: number) => counted(count, 'article was', 'articles were');
  return [
    handedOver > 0 ? ` ${articles(handedOver)} handed over.` : '',
    unassigned > 0 ? ` ${counted(unassigned, 'is', 'are')} for anybody.` : '',
  ].join('');
}
