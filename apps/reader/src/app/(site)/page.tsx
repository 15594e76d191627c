import { FrontPage } from '../../pages/front/front-page.tsx';

export default function Front() {
  return <FrontPage />;
}
