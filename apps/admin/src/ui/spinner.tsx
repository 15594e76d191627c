import { LoaderCircle } from 'lucide-react';

export function Spinner(props: { className?: string }) {
  return <LoaderCircle aria-hidden className={`size-4 animate-spin ${props.className ?? ''}`} />;
}
