import type { Description } from './description.js';
import { toEndpoints } from './endpoints.js';
import type { Output } from './output.js';
import { printEndpoints } from './print-endpoints.js';
import { resourceOutputs } from './resources/outputs.js';
import { toFields } from './types/to-fields.js';
import { toTypes } from './types/to-types.js';

/** Folders in which every file is generated. */
export const generatedFolders = ['src/generated', 'src/resources'];

/** All that is generated from a description. */
export const toOutputs = async (
  description: Description
): Promise<Output[]> => [
  {
    file: 'src/generated/endpoints.ts',
    text: printEndpoints(toEndpoints(description)),
  },
  { file: 'src/generated/types.ts', text: await toTypes(description) },
  { file: 'src/generated/fields.ts', text: toFields(description) },
  ...(await resourceOutputs(description)),
];
