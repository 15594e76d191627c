import type { Metadata } from 'next';
import { NewsletterScreen } from '../../../../newsletters/newsletter-screen.tsx';

export const metadata: Metadata = { title: 'Newsletter' };

export default async function Page(props: { params: Promise<{ id: string }> }) {
  return <NewsletterScreen id={(await props.params).id} />;
}
