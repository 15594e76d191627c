import { FrontPage } from '../../components/front/front-page.tsx';

export default function Front() {
  return <FrontPage />;
}
