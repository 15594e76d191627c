import { NothingHere } from '../../../components/shared/nothing-here.tsx';

export default function NothingHerePage() {
  return <NothingHere />;
}
