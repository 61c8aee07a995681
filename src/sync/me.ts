import { isObject } from '../core/arguments.js';
import { toRequest } from '../core/endpoint.js';
import { judgeData } from '../core/judge.js';
import { endpoints } from '../generated/endpoints.js';
import type { Send } from '../http/layer.js';

const isMe = (value: unknown): boolean =>
  typeof value === 'string' && value.trim() === 'me';

/** Only lists hold people in custom fields: "me" as a text is a text. */
const hasMe = (value: unknown): value is unknown[] =>
  Array.isArray(value) && value.some(isMe);

/**
 * The gid of the token's user in place of `me`: Asana never says `me` of a
 * task, so the two could not be compared.
 */
export async function withoutMe(
  send: Send,
  data: Record<string, unknown>
): Promise<Record<string, unknown>> {
  const { assignee, followers, custom_fields: fields } = data;
  const hasFields = isObject(fields) && Object.values(fields).some(hasMe);
  if (!isMe(assignee) && !hasMe(followers) && !hasFields) return data;
  const me = await gidOfMe(send);
  const replace = (value: unknown): unknown =>
    hasMe(value) ? value.map(each => (isMe(each) ? me : each)) : value;
  return {
    ...data,
    ...(isMe(assignee) && { assignee: me }),
    ...(hasMe(followers) && { followers: replace(followers) }),
    ...(hasFields && {
      custom_fields: Object.fromEntries(
        Object.entries(fields).map(([gid, value]) => [gid, replace(value)])
      ),
    }),
  };
}

/** By the client: another token is another user. */
const known = new WeakMap<Send, Promise<string>>();

function gidOfMe(send: Send): Promise<string> {
  const asked = known.get(send) ?? readMe(send);
  known.set(send, asked);
  asked.catch(() => known.delete(send));
  return asked;
}

async function readMe(send: Send): Promise<string> {
  const request = toRequest(endpoints.getUser, {
    gids: ['me'],
    params: { opt_fields: 'name' },
  });
  return judgeData(request, await send(request)).body.data.gid;
}
