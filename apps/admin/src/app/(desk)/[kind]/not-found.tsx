import { PageNotFound } from '../../../shell/page-not-found.tsx';

/** Within the desk, whose navigation leads on. */
export default PageNotFound;
