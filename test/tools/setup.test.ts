import { expect } from 'chai';
import {
  isBuildStale,
  isNodeTooOld,
  missingPackages,
} from '../../tools/setup/needs.mjs';
import { withoutHosts } from '../../tools/setup/without-hosts.mjs';

describe('setup', () => {
  it('refuses a Node.js older than the one package.json asks for', () => {
    expect(isNodeTooOld('v18.20.8', '>=20.19')).to.equal(true);
    expect(isNodeTooOld('v20.18.3', '>=20.19')).to.equal(true);
    expect(isNodeTooOld('v20.19.0', '>=20.19')).to.equal(false);
    expect(isNodeTooOld('v22.0.0', '>=20.19')).to.equal(false);
  });

  it('installs everything when nothing is installed', () => {
    const lock = {
      packages: { '': {}, 'node_modules/a': { version: '1.0.0' } },
    };

    expect(missingPackages(lock, undefined)).to.deep.equal(['a']);
  });

  it('installs again when one package is missing or has another version', () => {
    const wanted = {
      packages: {
        'node_modules/a': { version: '1.0.0' },
        'node_modules/b': { version: '2.0.0' },
        'node_modules/c': { version: '3.0.0' },
      },
    };
    const installed = {
      packages: {
        'node_modules/a': { version: '1.0.0' },
        'node_modules/b': { version: '1.9.0' },
      },
    };

    expect(missingPackages(wanted, installed)).to.deep.equal(['b', 'c']);
  });

  it('does not miss a package that is optional, as for another platform', () => {
    const wanted = {
      packages: {
        'node_modules/fsevents': { version: '2.3.3', optional: true },
        'node_modules/maybe': { version: '1.0.0', devOptional: true },
      },
    };

    expect(missingPackages(wanted, { packages: {} })).to.deep.equal([]);
  });

  it('builds when an output is missing', () => {
    expect(isBuildStale([1, 2], [3, undefined])).to.equal(true);
  });

  it('builds when one source is newer than one output', () => {
    expect(isBuildStale([1, 4], [5, 3])).to.equal(true);
  });

  it('does not build twice from the same sources', () => {
    expect(isBuildStale([1, 2], [3, 4])).to.equal(false);
  });

  it('shows the failure of npm without the address of the registry', () => {
    const failure =
      'npm error request to https://me:pw@npm.example.org:8443/chai failed, reason: getaddrinfo ENOTFOUND npm.example.org';

    expect(withoutHosts(failure)).to.equal(
      'npm error request to https://…:8443/chai failed, reason: getaddrinfo ENOTFOUND …'
    );
    expect(withoutHosts('connect ECONNREFUSED 10.0.0.7:4873')).to.equal(
      'connect ECONNREFUSED …:4873'
    );
  });
});
