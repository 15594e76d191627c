export type { CatalogueKind } from '@viewpoints/db/editorial/catalogue-table';
