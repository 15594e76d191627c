import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { screenAt } from '../../../catalogue/screens.ts';

type Props = { params: Promise<{ kind: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const screen = screenAt((await params).kind);
  return screen ? { title: screen.title } : {};
}

/** The screens of the catalogue: `/actors`, `/topics` and what else is in the table of screens. */
export default async function Page({ params }: Props) {
  const screen = screenAt((await params).kind);
  if (!screen) notFound();
  const Screen = await screen.load();
  return <Screen />;
}
