import type { Metadata } from 'next';
import { WebhookScreen } from '../../../../../settings/webhooks/webhook-screen.tsx';

export const metadata: Metadata = { title: 'Webhook' };

export default async function Page(props: { params: Promise<{ id: string }> }) {
  const { id } = await props.params;
  return <WebhookScreen key={id} id={id} />;
}
