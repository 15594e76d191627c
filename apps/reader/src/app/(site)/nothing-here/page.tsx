import { NothingHere } from '../../../pages/shared/nothing-here.tsx';

export default function NothingHerePage() {
  return <NothingHere />;
}
