import { NothingHere } from '../../../components/nothing-here.tsx';

export default function NothingHerePage() {
  return <NothingHere />;
}
