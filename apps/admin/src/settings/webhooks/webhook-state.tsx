import type { Webhook } from '@viewpoints/domain/webhooks/webhook';
import { Badge } from '../../ui/badge.tsx';

export function WebhookState({ webhook }: { webhook: Pick<Webhook, 'paused' | 'failing'> }) {
  if (webhook.paused !== null) return <Badge tone="warn">Paused</Badge>;
  if (webhook.failing !== null) return <Badge tone="danger">Failing</Badge>;
  return <Badge tone="ok">Active</Badge>;
}
