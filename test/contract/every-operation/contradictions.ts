/** Where the description contradicts itself, or says too little. */
export interface Contradiction {
  readonly reason: string;
  readonly operations: readonly string[];
  /** How Prism is asked then. */
  readonly prefer?: string;
  /** What is needed though it is not required. */
  readonly data?: Record<string, unknown>;
  readonly params?: Record<string, unknown>;
}

/** Prism makes up an answer that fits the schema, without the examples. */
const madeUp = 'dynamic=true';

const contradictions: readonly Contradiction[] = [
  {
    reason:
      'The `download_url` in the example was broken into lines, so that there are spaces in the address.',
    operations: [
      'createGraphExport',
      'createOrganizationExport',
      'createResourceExport',
      'duplicatePortfolio',
      'duplicateProject',
      'duplicateTask',
      'getJob',
      'getOrganizationExport',
      'instantiateProject',
      'instantiateTask',
      'projectSaveAsTemplate',
    ],
    prefer: madeUp,
  },
  {
    reason:
      'The `email_domains` are to be addresses of the web, and in the example they are domains.',
    operations: ['getWorkspace', 'updateWorkspace'],
    prefer: madeUp,
  },
  {
    reason:
      'In the example there are more events, after the token that it brings as well: Prism has no memory.',
    operations: ['getEvents', 'getWorkspaceEvents'],
    prefer: madeUp,
  },
  {
    reason:
      'The values of `opt_fields` lack `resource_type`, which a search asks for by itself when it is not told what to ask for.',
    operations: ['searchProjectsForWorkspace', 'searchTasksForWorkspace'],
    params: { opt_fields: ['name'] },
  },
  {
    reason:
      'The form requires a `parent` only, but then there is nothing to attach.',
    operations: ['createAttachmentForObject'],
    data: { file: 'a,b', name: 'table.csv' },
  },
];

export const contradictionIn = (operation: string): Contradiction | undefined =>
  contradictions.find(({ operations }) => operations.includes(operation));
