import { expect } from 'chai';
import { operationsOf } from '../../../tools/generate/types/operations.js';
import { describeOne, reference, text } from './describe.js';

describe('an operation as types are made of it', () => {
  it('sends what is in Asana’s envelope', () => {
    const [operation] = operationsOf(describeOne({ body: reference('Goal') }));

    expect(operation!.body).to.deep.equal(reference('Goal'));
  });

  it('sends a whole form', () => {
    const form = { type: 'object', properties: { file: text } };
    const [operation] = operationsOf(describeOne({ form }));

    expect(operation!.body).to.deep.equal(form);
  });

  it('answers with what is in the envelope', () => {
    const [operation] = operationsOf(describeOne({ result: text }));

    expect(operation!.result).to.deep.equal(text);
  });

  it('has nothing of what the description leaves out', () => {
    const [operation] = operationsOf(describeOne({}));

    expect(operation!.body).to.equal(undefined);
    expect(operation!.result).to.equal(undefined);
  });

  it('has the parameters of its path too, also by reference', () => {
    const { paths } = describeOne({
      parameters: [{ name: 'limit', in: 'query', schema: { type: 'integer' } }],
    });
    const shared = { $ref: '#/components/parameters/workspace' };
    const [operation] = operationsOf({
      paths: {
        '/goals': { ...paths['/goals'], parameters: [shared as never] },
      },
      components: {
        parameters: {
          workspace: { name: 'workspace', in: 'query', schema: text },
        },
      },
    });

    expect(operation!.parameters.map(({ name }) => name)).to.deep.equal([
      'workspace',
      'limit',
    ]);
    expect(operation!.parameters[0]!.schema).to.deep.equal(text);
  });
});
