import type { Section } from '../entities.js';
import type { Shape } from './shape.js';

export const section: Shape<Section> = {
  compact: ['name'],
  full: ['created_at', 'name', 'project'],
  optIn: ['projects'],
  computed: {
    // The old way to name the project, from when there could be several.
    projects: ({ project }) => [project],
  },
};
