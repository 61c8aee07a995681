import { expect } from 'chai';
import {
  findByName,
  findIfThere,
  looksLikeGid,
} from '../../src/names/find-by-name.js';
import { failureOf } from '../support/failure-of.js';

const wanted = {
  operation: 'createTask',
  kind: 'section',
  place: 'in the project 1',
};
const sections = [
  { gid: '11', name: 'In review' },
  { gid: '12', name: 'in review' },
  { gid: '13', name: 'Closed' },
  { gid: '14', name: '2024' },
  { gid: '2025', name: 'Ｒｅｐｏｒｔｓ　sent' },
];
const find = (name: string) => findByName(sections, name, wanted).gid;
const failure = (name: string, list = sections) =>
  failureOf(() => findByName(list, name, wanted));

describe('looking something up by its name', () => {
  it('prefers the exact name to a like one', () => {
    expect(find('In review')).to.equal('11');
    expect(find('in review')).to.equal('12');
  });

  for (const like of ['closed', ' CLOSED  ', 'Closed\n']) {
    it(`does not mind capitals and blanks at the ends: ${JSON.stringify(like)}`, () => {
      expect(find(like)).to.equal('13');
    });
  }

  for (const like of ['reports_sent', 'Reports   Sent', 'REPORTS SENT']) {
    it(`takes an underscore for a blank and wide letters for letters: ${like}`, () => {
      expect(find(like)).to.equal('2025');
    });
  }

  it('takes a number for a gid that is known before it takes it for a name', () => {
    expect(find('2025')).to.equal('2025');
    expect(find('2024')).to.equal('14');
  });

  it('does not choose between two that are alike, and lists both with their gids', async () => {
    const error = await failure('IN_REVIEW');
    expect(error.code).to.equal('AMBIGUOUS_NAME');
    expect(error.message).to.equal(
      'createTask: there are 2 with the name "IN_REVIEW" where one section in the project 1 is meant: "In review" (11), "in review" (12)'
    );
    expect(error.fix).to.include('"In review" (11), "in review" (12)');
    expect(error.fix).not.to.include('two runs');
  });

  it('does not choose between two of exactly the same name', async () => {
    const error = await failure('A', [
      { gid: '1', name: 'A' },
      { gid: '2', name: 'A' },
    ]);
    expect(error.code).to.equal('AMBIGUOUS_NAME');
    expect(error.fix).to.include('two runs created the same section at once');
  });

  it('tells the closest names when there is none, up to three', async () => {
    const error = await failure('Closde');
    expect(error.code).to.equal('UNKNOWN_NAME');
    expect(error.message).to.equal(
      'createTask: there is no section "Closde" in the project 1'
    );
    expect(error.fix).to.match(/^Did you mean "Closed"\? /);
    const many = [1, 2, 3, 4, 5].map(number => ({
      gid: `${number}`,
      name: `Region ${number}`,
    }));
    const closest = (await failure('Region 9', many)).fix?.match(
      /"Region \d"/g
    );
    expect(closest).to.have.length(3);
  });

  it('shows a short list as a whole where nothing is close, and an empty one as empty', async () => {
    const few = [{ gid: '1', name: 'New' }];
    expect((await failure('Elsewhere', few)).fix).to.match(/^There is "New"\./);
    expect((await failure('New', [])).fix).to.match(/^There is none at all\./);
  });

  it('does not show a long text that was taken for a name', async () => {
    const { message } = await failure(`private ${'x'.repeat(500)}`);
    expect(message.length).to.be.below(200);
  });

  it('gives nothing for what may be missing', () => {
    expect(findIfThere(sections, 'Nowhere', wanted)).to.equal(undefined);
  });

  it('is not fooled by the names that every object has', () => {
    for (const name of ['constructor', '__proto__', 'toString']) {
      expect(findIfThere(sections, name, wanted)).to.equal(undefined);
    }
  });

  it('looks through a list of thousands once, however many rows ask', () => {
    let looks = 0;
    const list = Array.from({ length: 2000 }, (_, index) => ({
      gid: `${index}`,
      get name() {
        looks++;
        return `Tag ${index}`;
      },
    }));
    for (let row = 0; row < 2000; row++) findByName(list, `tag ${row}`, wanted);
    expect(looks).to.be.at.most(3 * list.length);
  });

  it('looks for close names of a hundred wrong ones, and then tells how many there are', async () => {
    let looks = 0;
    const list = Array.from({ length: 50 }, (_, index) => ({
      gid: `${index}`,
      get name() {
        looks++;
        return `Village ${index}`;
      },
    }));
    for (let row = 0; row < 100; row++) {
      const { fix } = await failure(`Vilage ${row}x`, list);
      expect(fix).to.match(/^Did you mean/);
    }
    const before = looks;
    const { fix } = await failure('Vilage 7y', list);
    expect(fix).to.match(/^There are 50 to choose from\./);
    expect(looks).to.equal(before);
    expect((await failure('Vilage 7x', list)).fix).to.match(/^Did you mean/);
  });

  it('knows what Asana takes for a gid', () => {
    for (const gid of ['1206933955023739', ' 12 ', 1206933955023739]) {
      expect(looksLikeGid(gid), String(gid)).to.be.true;
    }
    for (const none of ['', 'a1', '1.5', 1.5, -1, 0, null, {}, ['1'], NaN]) {
      expect(looksLikeGid(none), JSON.stringify(none)).to.be.false;
    }
  });
});
