import type { FailureKind } from '../http/failure-kind.js';

/** What happened at a source, and what the job writer can do. */
export interface SourceAdvice {
  readonly happened: string;
  readonly fix: string;
}

const whoAsks =
  'Give what it asks for as "headers" of the file; for KoboToolbox headers: { Authorization: "Token …" }, with your API key in place of the dots.';

const byStatus = new Map<number, SourceAdvice>([
  [401, { happened: 'its server wants to know who asks', fix: whoAsks }],
  [
    403,
    {
      happened: 'whoever asks may not see it',
      fix: `${whoAsks} If you do already, the owner of the key has to be allowed to see the file.`,
    },
  ],
  [
    404,
    {
      happened: 'there is no such file, or not for whoever asks',
      fix: `Take the address from a fresh answer of the server, as files may move or be deleted. ${whoAsks}`,
    },
  ],
]);

export function adviceForStatus(
  status: number,
  isElsewhere: boolean
): SourceAdvice {
  const { happened, fix } = byStatus.get(status) ?? {
    happened: status >= 500 ? 'its server has trouble' : 'which is no file',
    fix:
      status >= 500 || status === 429
        ? 'Run the job again later.'
        : 'Open the address in a browser, and see whether it is that of the file itself.',
  };
  return isElsewhere
    ? {
        happened,
        fix: `A redirect led to this server, and the headers that you gave stayed behind, as they are for another one. Give the address that the file has in the end. ${fix}`,
      }
    : { happened, fix };
}

const checkAddress =
  'Check the address of the file, and that the machine which runs the job can reach it.';

const byKind: Readonly<Record<FailureKind, SourceAdvice>> = {
  'unknown-host': { happened: 'nobody knows this server', fix: checkAddress },
  refused: { happened: 'nothing listens there', fix: checkAddress },
  unreachable: { happened: 'the network has no way there', fix: checkAddress },
  untrusted: {
    happened: 'the certificate of the server cannot be trusted',
    fix: 'Ask whoever runs the server of the file to give it a certificate that is valid for its name.',
  },
  'not-https': {
    happened: 'the server does not speak https',
    fix: 'Ask whoever runs the server of the file to offer it by https.',
  },
  timeout: {
    happened: 'its server took too long',
    fix: 'Run the job again later. If it is always so, the file may be too large for the connection.',
  },
  garbled: {
    happened: 'the answer of the server is garbled',
    fix: 'Open the address in a browser, and see whether it is that of the file itself.',
  },
  'too-large': { happened: 'it is too large', fix: 'Give a smaller file.' },
  broken: {
    happened: 'the connection to its server broke',
    fix: 'Run the job again.',
  },
};

export const adviceForTrouble = (kind: FailureKind): SourceAdvice =>
  byKind[kind];
