import type { Tag } from '../entities.js';
import { permalink } from '../permalink.js';
import type { Shape } from './shape.js';

export const tag: Shape<Tag> = {
  compact: ['name'],
  full: [
    'color',
    'created_at',
    'followers',
    'name',
    'notes',
    'permalink_url',
    'workspace',
  ],
  computed: { permalink_url: tag => permalink(tag.workspace, tag) },
};
