import type { HttpRequest } from '../../src/http/layer.js';
import { scriptedSend, type ScriptedAnswer } from '../support/scripted-send.js';

/** What a fake Asana has, by path; `POST` makes one more of it. */
type Lists = Record<string, readonly object[]>;

const option = (gid: string, name: string, enabled = true) => ({
  gid,
  name,
  enabled,
});

/** As the settings of a project list a custom field. */
export const setting = (
  gid: string,
  name: string,
  resource_subtype: string,
  more: object = {}
) => ({
  gid: `9${gid}`,
  custom_field: { gid, name, resource_subtype, ...more },
});

/** The fields of the project 1. */
export const settings = [
  setting('101', 'Case ID', 'text'),
  setting('102', 'Amount', 'number', { precision: 2 }),
  setting('103', 'Category', 'enum', {
    enum_options: [
      option('1031', 'Water'),
      option('1032', 'Staff conduct'),
      option('1033', 'Land', false),
    ],
  }),
  setting('104', 'Channels', 'multi_enum', {
    enum_options: [
      option('1041', 'Phone'),
      option('1042', 'Radio'),
      option('1043', 'Home visit'),
    ],
  }),
  setting('105', 'Reported on', 'date'),
  setting('106', 'Case worker', 'people'),
  setting('107', 'Age in days', 'number', { is_formula_field: true }),
];

export const board: Lists = {
  '/projects/1/custom_field_settings': settings,
  '/projects/2/custom_field_settings': [
    settings[0]!,
    setting('201', 'Village', 'text'),
    setting('202', 'amount', 'number'),
  ],
  '/projects/1/sections': [
    { gid: '11', name: 'New' },
    { gid: '12', name: 'In review' },
  ],
  '/projects/2/sections': [{ gid: '21', name: 'New' }],
  '/workspaces/3/tags': [
    { gid: '31', name: 'urgent' },
    { gid: '32', name: '2024' },
  ],
  '/workspaces/3/projects': [
    { gid: '1', name: 'Lake Region' },
    { gid: '2', name: 'Health / WASH, north' },
  ],
  '/workspaces/3/custom_fields': settings.map(each => each.custom_field),
  '/users': [
    { gid: '41', name: 'Amina Diallo', email: 'amina@example.org' },
    { gid: '42', name: 'Joseph Okello' },
    { gid: '43', name: 'Joseph Okello' },
    { gid: '44' },
  ],
  '/workspaces': [{ gid: '3', name: 'Riverside Relief' }],
};

/**
 * A `Send` that lists what it has, in pages as Asana does, and creates what it
 * is asked for. `sent` tells the requests in short.
 */
export function fakeBoard(lists: Lists = board) {
  const held: Record<string, object[]> = Object.fromEntries(
    Object.entries(lists).map(([path, list]) => [path, [...list]])
  );
  let gids = 7000;
  const answer = (request: HttpRequest): ScriptedAnswer => {
    const { method, path, query, body } = request;
    if (method === 'POST') {
      const { data } = body as { data: object };
      const made = { gid: String(++gids), ...data };
      (held[path] ??= []).push(made);
      return { status: 201, body: { data: made } };
    }
    if (/^\/projects\/\d+$/.test(path)) {
      return { body: { data: { gid: '1', workspace: { gid: '3' } } } };
    }
    const list = held[path];
    if (list === undefined) {
      return { status: 404, body: { errors: [{ message: 'Unknown object' }] } };
    }
    const from = Number(query?.offset ?? 0);
    const to = from + Number(query?.limit ?? list.length);
    const next = to < list.length ? { offset: String(to) } : null;
    return { body: { data: list.slice(from, to), next_page: next } };
  };
  const send = scriptedSend(answer);
  return {
    send,
    held,
    sent: () => send.requests.map(({ method, path }) => `${method} ${path}`),
  };
}
