/**
 * Where Asana's description and what Asana does are not the same, and the
 * sandbox does as Asana does. The path is that of the value in a response,
 * with `*` for the items of a list.
 */
interface Deviation {
  readonly path: RegExp;
  readonly reason: string;
}

/** Properties that records have and the description does not know there. */
export const unknownProperties: readonly Deviation[] = [
  {
    path: /^\/data\/\*\/type$/,
    reason: 'Stories in a list are seen to have it.',
  },
  {
    path: /^\/errors\/\*\/help$/,
    reason: 'Left out where a 412 is described; live errors always have it.',
  },
  {
    path: /^\/data\/\*\/(owner|resource_subtype)$/,
    reason: 'A named resource stands for the compact record of any type.',
  },
  {
    path: /^\/data\/\*\/(resource|parent)\/\w+$/,
    reason: 'Those of events are described as named resources as well.',
  },
  {
    path: /\/(target|supporting_resource|parent|resource)\/(owner|resource_subtype)$/,
    reason: 'Objects of several types stand there, only one is described.',
  },
  {
    path: /\/parent\/(precision|status_options)$/,
    reason: 'What a membership belongs to is shown as it is in a list.',
  },
  {
    path: /^\/sync$/,
    reason: 'The 412 of a workspace is not described; it is that of an event.',
  },
];

/** Values that the description would not accept, though they are right. */
export const unacceptedValues: readonly (Deviation & {
  readonly isRight: (value: unknown) => boolean;
})[] = [
  {
    path: /\/email_domains\/\*$/,
    isRight: value => typeof value === 'string',
    reason: 'Said to be URIs, with a bare domain as the example.',
  },
  {
    path: /\/date_value\/date_time$/,
    isRight: value => value === null,
    reason: 'A date without a time is seen to have `date_time: null`.',
  },
  {
    path: /^\/data\/\*\/parent$/,
    isRight: value => value === null,
    reason: 'Only events of adding and removing have a parent.',
  },
  {
    path: /\/team$/,
    isRight: value => value === null,
    reason: 'Since teamless projects a new project has `team: null`.',
  },
  {
    path: /\/(estimate|total)\/(units|value)$/,
    isRight: value => value === null,
    reason: 'Said to be null where that part of the budget is disabled.',
  },
  {
    path: /\/last_(failure|success)_at$/,
    isRight: value => value === null,
    reason: 'A webhook that has sent nothing is seen to have null.',
  },
];
