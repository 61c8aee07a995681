import type { Behaviour, Behaviours, Context } from '../behaviour.js';
import { list } from '../behaviour.js';
import type { Entity, Membership, User } from '../entities.js';
import { ApiError, badRequest } from '../errors.js';
import { fromPath } from '../from-path.js';
import { userFromQuery, workspaceFromQuery } from '../from-query.js';
import { oneOf } from '../plain/readers.js';
import type { Shape } from '../shapes/shape.js';
import type { Portfolio } from './portfolios.js';

/** A membership of a portfolio as the older, read-only operations show it. */
export interface PortfolioMembership extends Entity {
  readonly resource_type: 'portfolio_membership';
  readonly membership: Membership;
}

const fields = ['access_level', 'portfolio', 'user'];

export const portfolioMembershipShape: Shape<PortfolioMembership> = {
  compact: fields,
  full: fields,
  computed: {
    access_level: ({ membership }) => membership.access_level,
    portfolio: ({ membership }) => membership.parent,
    user: ({ membership }) => membership.member,
  },
};

const toView = (membership: Membership): PortfolioMembership => ({
  gid: membership.gid,
  resource_type: 'portfolio_membership',
  membership,
});

/** The older operations know people only, no teams. */
const isShown = ({ parent, member }: Membership) =>
  parent.resource_type === 'portfolio' && member.resource_type === 'user';

const view = (memberships: readonly Membership[], user?: User) =>
  list(
    memberships
      .filter(held => isShown(held) && (!user || held.member === user))
      .map(toView)
  );

const getPortfolioMemberships: Behaviour = context => {
  const { world, query } = context;
  const user = userFromQuery(context);
  const gid = query.get('portfolio');
  if (gid) {
    const read = oneOf<Portfolio>('portfolio');
    const { memberships } = read({ portfolio: gid }, 'portfolio', context);
    return view(memberships, user);
  }
  if (!user || !query.get('workspace')) {
    throw badRequest('You should specify one of portfolio, workspace + user');
  }
  const workspace = workspaceFromQuery(context);
  const held = world.store.memberships.all();
  return view(
    held.filter(({ parent }) => parent.workspace === workspace),
    user
  );
};

const getPortfolioMembership: Behaviour = (context: Context) => {
  const { world, path } = context;
  const gid = path['portfolio_membership_gid'] ?? '';
  const held = world.store.memberships.get(gid);
  if (held && isShown(held)) return toView(held);
  throw new ApiError(404, `portfolio_membership: Unknown object: ${gid}`);
};

export const portfolioMemberships = {
  getPortfolioMembership,
  getPortfolioMemberships,
  getPortfolioMembershipsForPortfolio(context) {
    const { store } = context.world;
    const portfolio = fromPath(context, store.of<Portfolio>('portfolio'));
    return view(portfolio.memberships, userFromQuery(context));
  },
} satisfies Behaviours;
