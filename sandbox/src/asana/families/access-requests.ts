import type { Behaviour, Behaviours, Context } from '../behaviour.js';
import { list } from '../behaviour.js';
import { addMember } from '../changes/membership.js';
import type { Entity, MemberHolder, User } from '../entities.js';
import { badRequest } from '../errors.js';
import { userFromQuery } from '../from-query.js';
import { requireQuery } from '../input.js';
import { findByGid } from '../lookup.js';
import type { Kind, Read } from '../plain/kind.js';
import { fixed, optional, required } from '../plain/kind.js';
import { createOne, recordFromPath } from '../plain/operations.js';
import { clearable, text } from '../plain/readers.js';
import type { Portfolio } from './portfolios.js';

type Target = MemberHolder & { readonly default_access_level: string };

export interface AccessRequest extends Entity {
  readonly resource_type: 'access_request';
  readonly target: Target;
  readonly message: string | null;
  approval_status: 'pending' | 'approved' | 'denied';
  readonly requester: User;
}

/** Whoever asks for access does not have it, so none is asked for here. */
const readTarget: Read<Target> = (data, name, { world }) => {
  const { store } = world;
  const gid = data[name];
  const portfolios = store.of<Portfolio>('portfolio');
  return (
    (typeof gid === 'string' ? portfolios.get(gid) : undefined) ??
    findByGid(store, store.projects, gid, name)
  );
};

export const accessRequest: Kind<AccessRequest> = {
  type: 'access_request',
  fields: {
    target: required(readTarget),
    message: optional(clearable(text), () => null),
    approval_status: fixed(() => 'pending'),
    requester: fixed(({ user }) => user),
  },
  compact: ['approval_status', 'message', 'requester', 'target'],
  computed: {
    message: ({ message }) => message ?? undefined,
    // Its name is not for those who have no access.
    target: ({ target: { gid, resource_type } }) => ({
      gid,
      resource_type,
      shape: 'bare',
    }),
  },
};

/** Ends a request, once. */
const decide =
  (
    approval_status: 'approved' | 'denied',
    apply: (request: AccessRequest, context: Context) => void
  ): Behaviour =>
  context => {
    const request = recordFromPath(context, accessRequest);
    if (request.approval_status !== 'pending') {
      throw badRequest('The access request is not pending any more');
    }
    apply(request, context);
    request.approval_status = approval_status;
    return undefined;
  };

const getAccessRequests: Behaviour = context => {
  const { store } = context.world;
  const gid = requireQuery(context.query, 'target');
  const target = readTarget({ target: gid }, 'target', context);
  const user = userFromQuery(context);
  return list(
    store.of<AccessRequest>('access_request').all(),
    held =>
      held.approval_status === 'pending' &&
      held.target === target &&
      (!user || held.requester === user)
  );
};

export const accessRequests = {
  createAccessRequest: createOne(accessRequest),
  getAccessRequests,
  approveAccessRequest: decide('approved', (request, { world, user }) => {
    const { target, requester } = request;
    const isMember = target.memberships.some(
      ({ member }) => member === requester
    );
    if (isMember) return;
    addMember(world, user, target, requester, target.default_access_level);
  }),
  rejectAccessRequest: decide('denied', () => {}),
} satisfies Behaviours;
