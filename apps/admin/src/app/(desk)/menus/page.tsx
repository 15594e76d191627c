import type { Metadata } from 'next';
import { MenusScreen } from '../../../menus/menus-screen.tsx';

export const metadata: Metadata = { title: 'Menus' };

export default function Page() {
  return <MenusScreen />;
}
