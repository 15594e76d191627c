import { FrontPage } from '../../components/front-page.tsx';

export default function Front() {
  return <FrontPage />;
}
