import { NothingHere } from '../../../components/shared/nothing-here.tsx';
import { SubscribePage } from '../../../components/subscribe/subscribe-page.tsx';
import { getJournal } from '../../../next/journal.ts';

export default async function Subscribe() {
  const { subscriptions } = await getJournal();
  return subscriptions ? <SubscribePage /> : <NothingHere />;
}
