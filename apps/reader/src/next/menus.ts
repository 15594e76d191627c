import { cache } from 'react';
import { readerApi } from './reader-api.ts';

/** The menus of head and foot, requested once a page. */
export const getMenus = cache(() => readerApi().menus.get());
