import { cookies } from 'next/headers';
import type { ReactNode } from 'react';
import { readSettings } from '../../env.ts';
import { readJournalName } from '../../session/read-journal-name.ts';
import { readMe } from '../../session/read-me.ts';
import { AppShell } from '../../shell/app-shell.tsx';
import { asTheme, THEME_COOKIE } from '../../shell/theme.ts';
import { Unreachable } from '../../shell/unreachable.tsx';

export default async function DeskLayout(props: { children: ReactNode }) {
  const [me, journalName] = await Promise.all([readMe(), readJournalName()]);
  if (!me) return <Unreachable />;
  const theme = asTheme((await cookies()).get(THEME_COOKIE)?.value);
  return (
    <AppShell me={me} readerUrl={readSettings().readerUrl} journalName={journalName} theme={theme}>
      {props.children}
    </AppShell>
  );
}
