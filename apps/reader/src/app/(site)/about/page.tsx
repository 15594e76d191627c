import { AboutIndex } from '../../../components/about/about-index.tsx';
import { readerApi } from '../../../next/reader-api.ts';

export default async function About() {
  return <AboutIndex pages={await readerApi().pages.list()} />;
}
