import { expect } from 'chai';
import { AsanaError } from '../../src/errors.js';
import type { Field } from '../../src/names/named.js';
import { namesFor } from '../../src/names/names.js';
import { useCapturedConsole } from '../support/captured-console.js';
import { failureOf } from '../support/failure-of.js';
import { useFakeEnvironment } from '../support/fake-environment.js';
import { scriptedSend, type ScriptedAnswer } from '../support/scripted-send.js';
import { fakeBoard } from './fake-board.js';

const unclear = (duration = 80) =>
  new AsanaError('POST: reset', { code: 'AMBIGUOUS_WRITE', duration });
const sections = (...names: string[]): ScriptedAnswer => ({
  body: { data: names.map((name, index) => ({ gid: `${index + 1}`, name })) },
});

describe('creating what is missing', () => {
  const time = useFakeEnvironment();
  const captured = useCapturedConsole();

  it('creates an option once, however many rows ask for it in however many spellings', async () => {
    const { send, sent } = fakeBoard();
    const names = namesFor(send);
    const field = (await names.fields('1'))[3] as Field;
    const options = await Promise.all(
      ['Letter', 'letter', ' LETTER ', 'Letter'].map(name =>
        names.createOption(field, name)
      )
    );
    options.push(await names.createOption(field, 'Letter'));
    expect(new Set(options.map(({ gid }) => gid)).size).to.equal(1);
    expect(sent().slice(1)).to.eql([
      'POST /custom_fields/104/enum_options',
      'GET /custom_fields/104',
    ]);
    expect(send.requests[1]!.body).to.eql({ data: { name: 'Letter' } });
  });

  it('knows what it created from then on, in every project that has the field', async () => {
    const { send } = fakeBoard({
      '/projects/1/custom_field_settings': [
        { gid: '9', custom_field: { gid: '1', name: 'A', type: 'enum' } },
      ],
      '/projects/2/custom_field_settings': [
        { gid: '8', custom_field: { gid: '1', name: 'A', type: 'enum' } },
      ],
    });
    const names = namesFor(send);
    const field = (await names.fields('1'))[0] as Field;
    await names.fields('2');
    const option = await names.createOption(field, 'Letter');
    for (const project of ['1', '2']) {
      expect((await names.fields(project))[0]!.options).to.eql([option]);
    }
  });

  it('creates a tag in its workspace and a section in its project', async () => {
    const { send } = fakeBoard();
    const names = namesFor(send);
    const tag = await names.createTag('3', 'photo');
    await names.sections('1');
    const section = await names.createSection('1', ' Closed ');
    expect(await names.sections('1')).to.deep.include(section);
    expect(tag.name).to.equal('photo');
    const made = send.requests.filter(({ method }) => method === 'POST');
    expect(made.map(({ path, body }) => [path, body])).to.eql([
      ['/tags', { data: { name: 'photo', workspace: '3' } }],
      ['/projects/1/sections', { data: { name: 'Closed' } }],
    ]);
    expect(captured.lines).to.eql([
      'Created a tag of the workspace 3, which was missing',
      'Created a section of the project 1, which was missing',
    ]);
  });

  it('looks for it before it creates it again, when nobody knows whether it is there', async () => {
    const send = scriptedSend(({ method }) =>
      method === 'POST' ? unclear() : sections('New', 'closed')
    );
    const section = await namesFor(send).createSection('1', 'Closed');
    expect(section).to.eql({ gid: '2', name: 'closed' });
    expect(send.requests.map(({ method }) => method)).to.eql(['POST', 'GET']);
    expect(time.sleeps).to.eql([2000]);
  });

  it('creates it again when it is not there after all', async () => {
    const send = scriptedSend(({ method }, serial) => {
      if (serial === 1) return unclear();
      return method === 'GET'
        ? sections('New')
        : { status: 201, body: { data: { gid: '5', name: 'Closed' } } };
    });
    const section = await namesFor(send).createSection('1', 'Closed');
    expect(section.gid).to.equal('5');
    expect(send.requests.map(({ method }) => method)).to.eql([
      'POST',
      ...Array<string>(4).fill('GET'),
      'POST',
      'GET',
    ]);
    expect(time.sleeps).to.eql([2000, 3000, 5000, 10_000]);
  });

  it('says that it does not know after three attempts, when looking fails, and when Asana may still be at it', async () => {
    for (const [answer, duration, requests] of [
      [sections('New'), 80, 15],
      [{ status: 403, body: {} }, 80, 2],
      [sections('New'), 60_000, 5],
    ] as const) {
      const send = scriptedSend(({ method }) =>
        method === 'POST' ? unclear(duration) : answer
      );
      const error = await failureOf(() =>
        namesFor(send).createSection('1', 'Closed')
      );
      expect(error.code).to.equal('AMBIGUOUS_WRITE');
      expect(send.requests).to.have.length(requests);
    }
  });

  it('takes what another program created in the meantime', async () => {
    const send = scriptedSend(({ method }) =>
      method === 'POST'
        ? { status: 400, body: { errors: [{ message: 'There is one' }] } }
        : {
            body: {
              data: {
                gid: '1',
                enum_options: [
                  { gid: '6', name: 'Letter', enabled: false },
                  { gid: '7', name: 'letter', enabled: true },
                ],
              },
            },
          }
    );
    const field: Field = {
      gid: '1',
      name: 'Channels',
      type: 'enum',
      options: [],
      isReadOnly: false,
    };
    const option = await namesFor(send).createOption(field, 'Letter');
    expect(option).to.eql({ gid: '7', name: 'letter', enabled: true });
  });

  it('uses the oldest of the same name when another program created it at the same time', async () => {
    const list = {
      body: {
        data: [
          { gid: '90', name: 'closed' },
          { gid: '1201', name: 'Closed' },
          { gid: '1200', name: 'Closed' },
          { gid: '990', name: 'Closed' },
        ],
      },
    };
    const send = scriptedSend(({ method }) =>
      method === 'POST'
        ? { status: 201, body: { data: { gid: '1201', name: 'Closed' } } }
        : list
    );
    const names = namesFor(send);
    const section = await names.createSection('1', 'Closed');
    expect(section).to.eql({ gid: '990', name: 'Closed' });
    expect(await names.createSection('1', 'Closed')).to.equal(section);
    expect(captured.lines.at(-1)).to.include('990 is used');
  });

  it('uses what it created when the list cannot be read afterwards', async () => {
    const send = scriptedSend(({ method }) =>
      method === 'POST'
        ? { status: 201, body: { data: { gid: '12', name: 'Closed' } } }
        : { status: 403, body: { errors: [{ message: 'No' }] } }
    );
    const section = await namesFor(send).createSection('1', 'Closed');
    expect(section.gid).to.equal('12');
  });

  it('does not ask again for what Asana refused, but for what else failed', async () => {
    for (const [status, asked] of [
      [403, 1],
      [500, 2],
    ] as const) {
      const send = scriptedSend(({ method }) =>
        method === 'POST'
          ? status === 403
            ? { status, body: { errors: [{ message: 'No' }] } }
            : new AsanaError('down', { code: 'NETWORK_ERROR' })
          : sections('New')
      );
      const names = namesFor(send);
      await failureOf(() => names.createSection('1', 'Closed'));
      await failureOf(() => names.createSection('1', 'Closed'));
      expect(
        send.requests.filter(({ method }) => method === 'POST')
      ).to.have.length(asked);
    }
  });
});
