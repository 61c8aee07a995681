import { expect } from 'chai';
import { recordStem } from '../../../tools/generate/types/record-stem.js';

describe('what all forms of a record have in common', () => {
  it('is its name without what tells the forms apart', () => {
    for (const form of [
      'CustomField',
      'CustomFieldBase',
      'CustomFieldCompact',
      'CustomFieldResponse',
      'CustomFieldBaseResponse',
      'CustomFieldCompactResponse',
      'CustomFieldNormalResponse',
      'DeprecatedCustomFieldCompact',
    ]) {
      expect(recordStem(form), form).to.equal('customField');
    }
  });

  it('is not that of a body', () => {
    expect(recordStem('CustomFieldRequest')).to.equal('customFieldRequest');
  });
});
