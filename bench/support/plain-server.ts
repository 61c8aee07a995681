/**
 * The least that a server of Asana's API can be: it answers everything with
 * one task. It has a process of its own; `startPlainServer` starts it.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { PlainServerOptions } from './plain-server-process.js';

const { latencyMs = 0 } = JSON.parse(
  process.argv[2] ?? '{}'
) as PlainServerOptions;

const body = JSON.stringify({
  data: {
    gid: '1200000000000101',
    resource_type: 'task',
    name: 'Case 101',
    notes: 'The water point in the market is broken since Monday.',
    completed: false,
    assignee: { gid: '1200000000000002', resource_type: 'user' },
  },
});

const server = createServer((request, response) => {
  const answer = () => {
    response.writeHead(request.method === 'POST' ? 201 : 200, {
      'content-type': 'application/json; charset=UTF-8',
      'content-length': Buffer.byteLength(body),
    });
    response.end(body);
  };
  request.resume();
  request.once('end', () => {
    if (latencyMs === 0) answer();
    else setTimeout(answer, latencyMs);
  });
});

server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo;
  process.send?.({ baseUrl: `http://127.0.0.1:${port}` });
});
process.on('message', () => {
  const { user, system } = process.cpuUsage();
  process.send?.({ cpuMs: (user + system) / 1000 });
});
process.once('disconnect', () => process.exit());
