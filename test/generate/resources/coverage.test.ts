import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { expect } from 'chai';
import { endpoints } from '../../../src/generated/endpoints.js';
import {
  alloyObjects,
  sdkClasses,
  unserved,
} from '../../../tools/generate/resources/lists/their-names.js';

const require = createRequire(import.meta.url);
const sdk = require('asana') as Record<string, unknown>;

/** The names that Alloy's list has, written down once more. */
const alloysList = [
  'Access Requests, Allocations, Attachments, Audit Log, Batch',
  'Custom Field Settings, Custom Fields, Custom Types, Events, Exports',
  'Goal Relationships, Goals, Jobs, Memberships, Messages',
  'Organization Exports, Portfolios, Portfolio Memberships, Project Briefs',
  'Project Memberships, Project Statuses, Project Templates, Projects, Rules',
  'Sections, SSPM, Status Updates, Stories, Tags, Task Templates, Tasks',
  'Team Memberships, Teams, Time Periods, Time Tracking Entries, Typeahead',
  'User Task Lists, Users, Webhooks, Workspace Memberships, Workspaces',
].flatMap(names => names.split(', '));

const families = new Set(Object.values(endpoints).map(({ family }) => family));

describe('what other connectors have of Asana', () => {
  const classes = Object.keys(sdk).filter(name => name.endsWith('Api'));
  const served = classes.filter(name => name in sdkClasses);

  it('is here for each class of Asana’s SDK, or there is a reason', () => {
    const reasons = unserved.flatMap(({ sdk }) => sdk ?? []);

    expect(classes.length).to.be.at.least(42);
    expect(classes).to.have.members([...Object.keys(sdkClasses), ...reasons]);
  });

  for (const name of served) {
    it(`is here for each method of ${name}, in ${sdkClasses[name]}`, () => {
      const methods = methodsOf(name);
      const elsewhere = methods.filter(
        method =>
          endpoints[method as keyof typeof endpoints]?.family !==
          sdkClasses[name]
      );

      expect(methods).not.to.deep.equal([]);
      expect(elsewhere).to.deep.equal([]);
    });
  }

  it('is here for each object of Alloy, or there is a reason', () => {
    const reasons = unserved.flatMap(({ alloy }) => alloy ?? []);

    expect(alloysList).to.have.length(41);
    expect([...Object.keys(alloyObjects), ...reasons]).to.have.members(
      alloysList
    );
    expect([...families]).to.include.members(Object.values(alloyObjects));
  });

  it('is in the README, with every operation that serves it', async () => {
    const readme = await read('README.md');

    for (const name of classes) expect(readme).to.include(`\`${name}\``);
    for (const name of alloysList) {
      expect(readme).to.match(new RegExp(`\\| ${name} +\\|$`, 'm'));
    }
    const rows = readme.split('\n').filter(line => line.startsWith('| [`'));
    for (const [operation, { family }] of Object.entries(endpoints)) {
      const row = rows.find(line => line.startsWith(`| [\`${family}\`]`));
      expect(row).to.include(`\`${operation}\``);
    }
  });
});

function methodsOf(name: string): string[] {
  const { prototype } = sdk[name] as { prototype: object };
  return Object.getOwnPropertyNames(prototype).filter(
    method => method !== 'constructor' && !method.endsWith('WithHttpInfo')
  );
}

const read = (file: string): Promise<string> =>
  readFile(new URL(`../../../${file}`, import.meta.url), 'utf8');
