import { Menus } from '@viewpoints/domain/menus/menu';
import { z } from 'zod';

export const SaveMenus = z.strictObject({ seen: z.int().min(0), content: Menus });
