import { expect } from 'chai';
import { format } from 'prettier';
import {
  compileJob,
  type AdaptorView,
} from '../../tools/compile/compile-job.js';
import { JobCodeError } from '../../tools/compile/job-code-error.js';

const asana: AdaptorView = {
  name: '@openfn/language-asana',
  exports: [
    'execute',
    'getTask',
    'getTasks',
    'createTask',
    'each',
    'fn',
    'tasks',
    'http',
    'dateFns',
    'chunk',
    'field',
    'log',
  ],
};
const http: AdaptorView = {
  name: '@openfn/language-http',
  exports: ['execute', 'get', 'post', 'fn'],
};
const imported = (names: string) =>
  `import { ${names} } from "@openfn/language-asana"; export * from "@openfn/language-asana";`;
const deferred = 'import { defer as _defer } from "@openfn/runtime";';

const compile = (source: string, adaptors = [asana]) =>
  compileJob(source, { file: 'jobs/one.js', adaptors });

/** Compares code without regard to how it is laid out. */
const expectCode = async (source: string, expected: string) => {
  const tidy = (code: string) =>
    format(code.replace(/\n+/g, '\n'), { parser: 'babel' });
  expect(await tidy(compile(source).code)).to.equal(await tidy(expected));
};

describe('the job compiler', () => {
  it('moves operations into the export, and keeps what is beside them', () =>
    expectCode(
      `const project = '123';
       getTasks(project, { opt_fields: 'name', modified_since: $.cursor });
       each($.data, createTask({ name: $.data.name, projects: [project] })).then(s => s);
       getTask('1').catch((err, state) => { console.log(err.message); return state; }).then(s => s);`,
      `${imported('getTask, getTasks, createTask, each')} ${deferred} const project = '123';
       export default [
         getTasks(project, state => ({ opt_fields: 'name', modified_since: state.cursor })),
         _defer(each(state => state.data, createTask(state => ({ name: state.data.name, projects: [project] }))), p => p.then(s => s)),
         _defer(getTask('1'), p => p.then(s => s), (err, state) => { console.log(err.message); return state; }),
       ];`
    ));

  it('wraps an argument once, however often $ is in it', () =>
    expectCode(
      "createTask({ name: `Hi ${$.data.name}`, due: $.data.a ?? 'b' })",
      `${imported('createTask')} export default [
         createTask(state => ({ name: \`Hi \${state.data.name}\`, due: state.data.a ?? 'b' })),
       ];`
    ));

  it('wraps the argument of the nearest call, even of a helper', () =>
    expectCode(
      `const fmt = x => x;
       createTask({ notes: fmt($.data.n) });
       createTask({ a: 1, notes: fmt($.data.n), b: $.x });`,
      `${imported('createTask')} const fmt = x => x;
       export default [
         createTask({ notes: fmt(state => state.data.n) }),
         createTask(state => ({ a: 1, notes: fmt(state => state.data.n), b: state.x })),
       ];`
    ));

  it('knows operations of a namespace', () =>
    expectCode(
      `http.get('/x', { query: { a: $.b } }); tasks.get($.data)`,
      `${imported('tasks, http')} export default [
         http.get('/x', state => ({ query: { a: state.b } })),
         tasks.get(state => state.data),
       ];`
    ));

  it('only renames $ in a function of state', () =>
    expectCode(
      'each($.data.items, getTask((state) => $.data.id))',
      `${imported('getTask, each')} export default [
         each(state => state.data.items, getTask((state) => state.data.id)),
       ];`
    ));

  it('leaves a $ alone that the job declares itself', () =>
    expectCode(
      'fn(state => [state].map($ => $.data)[0]);',
      `${imported('fn')} export default [fn(state => [state].map($ => $.data)[0])];`
    ));

  it('respects imports and an export that are already there', () =>
    expectCode(
      `import { getTask as g } from '@openfn/language-asana'; g('1'); export default [g('2')];`,
      `import { getTask as g } from '@openfn/language-asana'; export default [g('2'), g('1')];`
    ));

  it('adds to an export whether or not lines end with semicolons', () =>
    expectCode(
      `export default [getTask('1').catch(s => s),]\ngetTask('2').catch(s => s).then(s => s)\nconst a = 1\ngetTask('3');`,
      `${imported('getTask')} ${deferred}
       export default [
         _defer(getTask('1'), undefined, s => s),
         _defer(getTask('2'), p => p.then(s => s), s => s),
         getTask('3'),
       ];
       const a = 1;`
    ));

  it('runs declarations before the first operation, wherever they stand', () =>
    expectCode(
      `getTask('1').catch(recover)
       const recover = (error, state) => state;
       getTask('2')`,
      `${imported('getTask')} ${deferred}
       const recover = (error, state) => state;
       export default [_defer(getTask('1'), undefined, recover), getTask('2')];`
    ));

  it('defers a chain inside the arguments of an operation', () =>
    expectCode(
      `each($.data, getTask($.data.gid).then(s => s));`,
      `${imported('getTask, each')} ${deferred} export default [
         each(state => state.data, _defer(getTask(state => state.data.gid), p => p.then(s => s))),
       ];`
    ));

  it('exports an empty list for a job without operations', () =>
    expectCode('const a = 1;', 'const a = 1; export default [];'));

  it('imports nothing from an adaptor that the job does not use', () => {
    const { code } = compile(`get('/x');`, [asana, http]);
    expect(code).to.include('language-http').and.not.include('language-asana');
  });

  it('keeps the line numbers of a job with its declarations on top', () => {
    const source = `// one\nconst a = 1;\n\nfn(state => {\n  throw new Error('five');\n});\n`;
    const { code } = compile(source);
    expect(code.split('\n')[4]).to.equal(source.split('\n')[4]);
  });

  it('names the operations and their lines for error reports', () => {
    const { sourceMap } = compile(
      `const a = 1;\n\ngetTask('1').then(s => s);\ntasks.get('2');`
    );
    expect(sourceMap.operations).to.deep.equal([
      { name: 'getTask', line: 3, order: 1 },
      { name: undefined, line: 4, order: 2 },
    ]);
  });
});

describe('the job compiler refuses', () => {
  const refusals: [what: string, source: string, message: RegExp][] = [
    ['an operation in an if', `if (true) { getTask('1') }`, /fnIf\(condition/],
    ['one in a loop', `for (const i of [1]) createTask(i)`, /each\(list/],
    ['one that is awaited', `await getTask('1')`, /Leave await out/],
    ['one that is kept', `const t = getTask('2')`, /would never run/],
    ['one behind a condition', `true && getTask('1')`, /would never run/],
    [
      'one that a callback makes for nobody',
      `fn(state => { state.data.forEach(x => getTask(x.id)); return state; })`,
      /await getTask\(x\.id\)\(state\)/,
    ],
    [
      'one inside a function that is not given state',
      `fn(async state => { await getTask('1'); return state; })`,
      /await getTask\('1'\)\(state\)/,
    ],
    [
      'a method called on lazy state',
      'createTask($.data.map(x => x.id))',
      /Write state => state\.data\.map\(x => x\.id\) instead/,
    ],
    [
      'a method called on a template of lazy state',
      'createTask({ name: `${$.data.name}`.trim() })',
      /Write state => `\$\{state\.data\.name\}`\.trim\(\) instead/,
    ],
    ['$ in a constant', 'const since = $.cursor', /not inside the arguments/],
    ['$ in an object', 'const o = { a: $.x }', /not inside the arguments/],
    [
      '$ in a block',
      'fn(state => { return $.x })',
      /In a function write state/,
    ],
    ['$ on its own', 'fn($)', /stands alone/],
    ['$ that is spread', 'getTask(...$.gids)', /spreads lazy state/],
    ['$ under another name of state', 'getTask(s => $.x)', /not named state/],
    ['$ in a function without state', 'getTask(() => $.x)', /not named state/],
    [
      '$ as the argument of a JavaScript function',
      'createTask({ name: String($.data.name) })',
      /Write state => String\(state\.data\.name\)/,
    ],
    [
      '$ as the argument of a helper that needs the value',
      `createTask({ due_on: dateFns.format($.data.date, 'yyyy-MM-dd') })`,
      /would be given a function/,
    ],
    ['an unknown name', 'getTusk("1")', /getTusk is not defined/],
    ['a name in the wrong case', 'gettask("1")', /Did you mean getTask\?/],
    [
      'a name that other JavaScript has',
      `fn(() => fetch('https://example.org'))`,
      /fetch is not defined.*operation of the adaptor/,
    ],
    ['a plain call at the top level', `console.log('a')`, /Use log\(…\)/],
    ['finally', `getTask('1').finally(f => f)`, /no finally/],
    ['a catch without a function', `getTask('1').catch()`, /has no function/],
    [
      'a chain that begins with no operation',
      'const p = Promise.resolve(1).then(x => x)',
      /does not begin with an operation/,
    ],
    ['an operation in brackets', `(getTask('1')).then(s => s)`, /in brackets/],
    ['an export that is no list', `export default getTask('1')`, /a list/],
    ['what is not JavaScript', `getTask('1'`, /This is not JavaScript/],
  ];

  for (const [what, source, message] of refusals) {
    it(what, () => {
      expect(() => compile(source)).to.throw(JobCodeError, message);
    });
  }

  it('a step whose two adaptors both bring a name that it uses', () => {
    expect(() =>
      compile(`getTask('1'); get('/x'); fn(s => s);`, [asana, http])
    ).to.throw(/both bring fn/);
  });

  it('a step whose two adaptors both bring their own execute', () => {
    expect(() => compile(`getTask('1'); get('/x');`, [asana, http])).to.throw(
      /both bring execute/
    );
  });

  it('with the file, the line and the column', () => {
    expect(() => compile('\n\n  getTusk("1")')).to.throw(
      /^jobs\/one\.js:3:3 – /
    );
  });

  it('but not helpers that make a value, wherever they stand', () => {
    const source = `const name = field('name', 'x');\nconst pair = chunk([1, 2], 1);`;
    expect(() => compile(source)).not.to.throw();
  });

  it('nor operations that a callback makes for somebody', () => {
    expect(() =>
      compile(
        `fn(state => { const all = state.data.map(x => getTask(x.id)); return all[0](state); })`
      )
    ).not.to.throw();
  });

  it('nor an operation that is given state inside a function', () => {
    expect(() =>
      compile(`fn(async state => { await getTask('1')(state); return state; })`)
    ).not.to.throw();
  });

  for (const method of ['catch', 'then']) {
    it(`nor one whose promise, after state, has a ${method}`, () => {
      const call = `getTask('1')(s).${method}(x => x)`;
      expect(() =>
        compile(
          `fn(async s => { await ${call}; await ${call}.then(); ${call}; return s; })`
        )
      ).not.to.throw();
    });

    it(`but one that was given no state before its ${method}`, () => {
      expect(() =>
        compile(
          `fn(async s => { await getTask('1').${method}(x => x); return s; })`
        )
      ).to.throw(JobCodeError, /inside a function an operation must be given/);
    });
  }
});
