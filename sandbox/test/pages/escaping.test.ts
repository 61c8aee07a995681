import { expect } from 'chai';
import { board } from '../../src/pages/board/board.js';
import { html } from '../../src/pages/html.js';
import { layout } from '../../src/pages/layout.js';
import { overview } from '../../src/pages/overview.js';
import { requestTable } from '../../src/pages/timeline/request-table.js';
import { latestGroups } from '../../src/pages/timeline/groups.js';
import type { Html } from '../../src/pages/html.js';
import { fill } from './board-store.js';
import { sourceOf, textOf } from './page-text.js';

/** Names that leave the place where they are written, if they can. */
const hostile = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '"><svg onload=alert(1)>',
  `" onmouseover="alert(1)`,
  `' onmouseover='alert(1)`,
  '</title><script>alert(1)</script>',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
];

/** What the pages themselves are made of. */
const tags =
  /^(a|article|dd|div|dl|dt|footer|h1|h2|h3|h4|head|header|html|img|li|link|main|meta|nav|p|section|span|table|tbody|td|th|thead|time|title|tr|ul|body)$/;

/** Elements and attributes as a browser takes them from a source. */
function readTags(source: string) {
  const found = source.matchAll(
    /<([a-z][\w-]*)((?:\s+[\w-]+(?:="[^"]*")?)*)\s*\/?>/g
  );
  return [...found].map(([, name = '', attributes = '']) => ({
    name,
    attributes: [...attributes.matchAll(/([\w-]+)(?:="([^"]*)")?/g)].map(
      ([, attribute = '', value = '']) => [attribute, value] as const
    ),
  }));
}

async function expectHarmless(page: Html): Promise<void> {
  const source = await sourceOf(page);
  for (const { name, attributes } of readTags(source)) {
    expect(name).to.match(tags);
    for (const [attribute, value] of attributes) {
      expect(attribute).not.to.match(/^(on|style$)/);
      if (attribute === 'href')
        expect(value).to.match(/^(\/(?!\/)|#|https?:\/\/)/);
      if (attribute === 'src') expect(value).to.match(/^\/files\/\d+$/);
    }
  }
  // Whatever is no tag of the pages may not begin like one.
  const rest = source
    .replace(/^<!doctype html>/, '')
    .replace(/<\/?[a-z][\w-]*(?:\s+[\w-]+(?:="[^"]*")?)*\s*\/?>/g, '');
  expect(rest).not.to.include('<');
}

describe('Hostile names on the pages', () => {
  for (const name of hostile) {
    it(`are text wherever they are: ${name}`, async () => {
      const filled = fill();
      const { asana, send } = filled;
      const { store } = asana;
      const [workspace] = store.workspaces;
      const [section] = filled.project.sections;
      const field = await send('POST', '/custom_fields', {
        workspace: workspace!.gid,
        name,
        resource_subtype: 'enum',
        enum_options: [{ name }],
      });
      const path = `/projects/${filled.project.gid}`;
      await send('POST', `${path}/addCustomFieldSetting`, {
        custom_field: field.gid as string,
      });
      await send('PUT', path, { name });
      await send('PUT', `/sections/${section!.gid}`, { name });
      store.users.all()[0]!.name = name;
      const tag = await send('POST', '/tags', {
        workspace: workspace!.gid,
        name,
      });
      const option = store.customFields.get(String(field.gid))!
        .enum_options[0]!;
      option.color = name;
      const gid = await filled.task({
        name,
        notes: name,
        assignee: 'me',
        tags: [String(tag.gid)],
        custom_fields: {
          [String(field.gid)]: option.gid,
          [filled.field('Case ID').gid]: name,
        },
      });
      await send('POST', `/tasks/${gid}/subtasks`, { name });
      await send('POST', `/tasks/${gid}/stories`, { text: name });
      await filled.attach(
        gid,
        `${name}.png`,
        new Blob(['p'], { type: 'image/png' })
      );
      await filled.attach(gid, name, new Blob(['p'], { type: name }));
      await send('POST', '/tasks', { name, workspace: workspace!.gid });

      const page = board(filled.project, html``);
      await expectHarmless(page);
      await expectHarmless(overview(store, { path: '/' }));
      await expectHarmless(
        layout({
          title: name,
          projects: store.projects.all(),
          visit: { path: `/boards/${name}`, refresh: 2 },
          main: html`${name}`,
        })
      );
      // The name of the project, section, task, field, option and so on.
      expect((await textOf(page)).split(name).length).to.be.above(10);
    });
  }

  for (const url of [
    'javascript:alert(1)',
    ' JavaScript:alert(1)',
    'data:text/html,x',
    '//evil.example',
    'https:evil',
  ]) {
    it(`lead nowhere as the address of an attachment: ${url}`, async () => {
      const filled = fill();
      const parent = await filled.task({ name: 'LR-7' });
      const form = { parent, resource_subtype: 'external', name: 'Plan', url };
      await filled.send('POST', '/attachments', form);

      const page = board(filled.project, html``);
      await expectHarmless(page);
      expect(await sourceOf(page)).not.to.include(url);
      expect(await textOf(page)).to.include('Plan link');
    });
  }

  it('are text as the path of a request', async () => {
    for (const name of hostile) {
      const { groups } = latestGroups(
        [{ method: 'GET', path: `/${name}`, query: {}, at: 0 }],
        9
      );
      await expectHarmless(requestTable(groups, 0));
    }
  });
});
