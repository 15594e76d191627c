import type { Metadata } from 'next';
import { HouseStyleScreen } from '../../../house-style/house-style-screen.tsx';

export const metadata: Metadata = { title: 'House style' };

export default function Page() {
  return <HouseStyleScreen />;
}
