import type { ReactNode } from 'react';
import { readJournalName } from '../../session/read-journal-name.ts';

/** The pages before one is in: the journal's name and one thing to do. */
export default async function DoorLayout(props: { children: ReactNode }) {
  const name = await readJournalName();
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-md flex-col justify-center px-5 py-10">
      <p className="mb-6 font-serif text-2xl leading-tight font-medium text-balance" dir="auto">
        {name}
      </p>
      {props.children}
    </main>
  );
}
