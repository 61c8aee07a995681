import { expect } from 'chai';
import {
  findChanges,
  type Sources,
} from '../../../tools/generate/changes/find-changes.js';
import { printChanges } from '../../../tools/generate/changes/print-changes.js';
import type { Description } from '../../../tools/generate/description.js';
import { toEndpoints } from '../../../tools/generate/endpoints.js';
import { printEndpoints } from '../../../tools/generate/print-endpoints.js';
import { toTypes } from '../../../tools/generate/types/to-types.js';
import {
  boxes,
  boxesWith,
  operation,
  schemaOf,
} from '../made-up-description.js';

describe('what a newer description changes', () => {
  it('is nothing when it is the same', async () => {
    expect(await told(boxes)).to.equal('');
  });

  it('is an operation more, with the sentence that its docs get', async () => {
    const newer = boxesWith({
      '/boxes/{box_gid}/labels': {
        get: operation('getLabelsForBox', { record: 'BoxCompact', list: true }),
      },
    });

    expect(await told(newer)).to.equal(
      lines(
        'operations',
        '+ boxes.getLabelsForBox: GET /boxes/{box_gid}/labels, "Get the labels of a box."'
      )
    );
  });

  it('is an operation less', async () => {
    const { delete: gone, ...kept } = boxes.paths['/boxes/{box_gid}']!;

    expect(gone).not.to.equal(undefined);
    expect(await told(boxesWith({ '/boxes/{box_gid}': kept }))).to.include(
      lines('operations', '- boxes.deleteBox')
    );
  });

  it('is a path, a method or the way of a list', async () => {
    const { get, post } = boxes.paths['/boxes']!;
    const newer = boxesWith({
      '/boxes': { post: post! },
      '/crates': { put: get! },
    });

    expect(await told(newer)).to.equal(
      lines(
        'operations',
        '~ boxes.getBoxes: method GET → PUT',
        '~ boxes.getBoxes: path /boxes → /crates'
      )
    );
  });

  it('is a query parameter more or less', async () => {
    const newer = boxesWith({
      '/boxes': {
        ...boxes.paths['/boxes'],
        get: operation('getBoxes', {
          list: true,
          record: 'BoxCompact',
          query: ['color', 'limit', 'offset'],
        }),
      },
    });

    expect(await told(newer)).to.equal(
      lines(
        'operations',
        '~ boxes.getBoxes: required ["shelf"] → nothing',
        'query parameters',
        '+ boxes.getBoxes: color',
        '- boxes.getBoxes: shelf'
      )
    );
  });

  it('is a field of a body, and what must be in it', async () => {
    const newer = boxesWith(
      {},
      {
        BoxRequest: withMembers(
          'BoxRequest',
          { color: { type: 'string' } },
          { required: ['name', 'opened_on'] }
        ),
      }
    );

    expect(await told(newer)).to.equal(
      lines(
        'body fields',
        '+ boxes.createBox: color',
        '~ boxes.createBox: opened_on (optional) (string | Date) → (string | Date)'
      )
    );
  });

  it('is a field of a record', async () => {
    const newer = boxesWith(
      {},
      { BoxResponse: withMembers('BoxResponse', { color: { type: 'string' } }) }
    );

    expect(await told(newer)).to.equal(lines('record fields', '+ Box: color'));
  });

  it('is a value that a field may have', async () => {
    const size = { type: 'string', enum: ['small', 'huge'] };
    const newer = boxesWith(
      {},
      { BoxRequest: withMembers('BoxRequest', { size }) }
    );

    expect(await told(newer)).to.equal(
      lines(
        'values',
        '+ boxes.createBox: size "huge"',
        '- boxes.createBox: size "large"'
      )
    );
  });

  it('is a verb that nobody knows, of which a sentence is made all the same', async () => {
    const newer = boxesWith({
      '/boxes/{box_gid}/shake': {
        post: operation('shakeBox', { record: 'EmptyResponse' }),
      },
    });

    expect(await told(newer)).to.include('"Shake a box."');
  });

  it('is a heading that is new, and a PATCH', async () => {
    const newer = boxesWith({
      '/lids/{lid_gid}': {
        patch: operation('bendLid', {
          heading: 'Lids of boxes',
          record: 'EmptyResponse',
        }),
      },
    });

    expect(await told(newer)).to.equal(
      lines(
        'families',
        '+ lidsOfBoxes',
        'operations',
        '+ lidsOfBoxes.bendLid: PATCH /lids/{lid_gid}, "Bend a lid."'
      )
    );
  });

  it('is everything when nothing is committed yet', async () => {
    const changes = await findChanges(
      { endpoints: '', types: '' },
      await sources(boxes)
    );

    expect(
      changes.filter(({ group }) => group === 'operations')
    ).to.have.length(4);
  });

  it('is told of in some lines, however much it is', () => {
    const many = Array.from({ length: 100 }, (_, index) => ({
      kind: 'added' as const,
      group: 'values' as const,
      what: `Box: size "${index}"`,
    }));

    const text = printChanges(many);
    expect(text.split('\n')).to.have.length(43);
    expect(text).to.match(/… and 60 more$/);
  });
});

const told = async (newer: Description): Promise<string> =>
  printChanges(await findChanges(await sources(boxes), await sources(newer)));

const sources = async (description: Description): Promise<Sources> => ({
  endpoints: printEndpoints(toEndpoints(description)),
  types: await toTypes(description),
});

/** Groups stand alone, changes below them begin with a sign. */
const lines = (...told: string[]): string =>
  [
    'The description differs from what is committed:',
    ...told.map(line => (/^[+~-] /.test(line) ? `    ${line}` : `  ${line}`)),
  ].join('\n');

function withMembers(
  name: string,
  members: Record<string, object>,
  more: object = {}
): object {
  const schema = schemaOf(name);
  return {
    ...schema,
    properties: { ...(schema.properties as object), ...members },
    ...more,
  };
}
