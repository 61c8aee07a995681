import { expect } from 'chai';
import { placeOf, withPlace } from '../../src/events/place.js';

const readAt = '2026-03-05T12:00:00.000Z';
const place = { sync: 'a', readAt };

describe('the place where the next run goes on', () => {
  it('is found again on a state that went through JSON', () => {
    const asana = JSON.parse(
      JSON.stringify(withPlace({}, 'changes', '9', place))
    ) as object;
    expect(placeOf({ asana }, 'changes', '9')).to.eql(place);
    expect(placeOf({ asana }, 'changes', '8')).to.equal(undefined);
    expect(placeOf({ asana }, 'events', '9')).to.equal(undefined);
  });

  it('leaves those of others alone, and the state that it came from', () => {
    const state = {
      asana: { events: { 7: { sync: 'b' } }, changes: { 8: place }, own: 1 },
    };
    const before = JSON.stringify(state);
    expect(withPlace(state, 'changes', '9', place)).to.eql({
      own: 1,
      events: { 7: { sync: 'b' } },
      changes: { 8: place, 9: place },
    });
    expect(JSON.stringify(state)).to.equal(before);
  });

  for (const asana of [
    undefined,
    null,
    'x',
    [],
    { changes: 'x' },
    { changes: { 9: null } },
    { changes: { 9: { sync: '' } } },
    { changes: { 9: { sync: 'a' } } },
    { changes: { 9: { sync: 'a', readAt: 'soon' } } },
    { changes: { 9: { sync: 1, readAt } } },
  ]) {
    it(`is none in ${JSON.stringify(asana)}`, () => {
      expect(placeOf({ asana }, 'changes', '9')).to.equal(undefined);
      expect(withPlace({ asana }, 'changes', '9', place)).to.eql({
        changes: { 9: place },
      });
    });
  }
});
