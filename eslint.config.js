import eslint from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import typescript from 'typescript-eslint';

/** What only the adaptor itself must keep to: it runs inside OpenFn's worker. */
const shippedCode = {
  // The worker replaces `console`; anything else on it is undefined and throws.
  'no-console': ['error', { allow: ['debug', 'error', 'info', 'log', 'warn'] }],
  'no-restricted-globals': [
    'error',
    {
      name: 'process',
      message: 'The environment is empty in the worker: use the credential.',
    },
  ],
  'no-restricted-syntax': [
    'error',
    anyAssertion(),
    {
      selector:
        'BinaryExpression[operator="instanceof"][right.name=/^(Array|Date|Function|Map|Object|Promise|RegExp|Set)$/]',
      message:
        'A value from job code belongs to another realm and is never an instance: use Array.isArray, typeof or node:util types.',
    },
  ],
};

export default defineConfig(
  globalIgnores(['**/node_modules/', '**/dist/', 'types/', 'examples/']),
  { linterOptions: { noInlineConfig: true } },
  eslint.configs.recommended,
  typescript.configs.recommendedTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ['eslint.config.js'] },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-restricted-syntax': ['error', anyAssertion()],
      // The compiler knows the globals of each file better.
      'no-undef': 'off',
      'object-shorthand': 'error',
      // An ambient module has no other way to name a type than `import()`.
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { disallowTypeAnnotations: false },
      ],
      // Both write themselves as one wants to read them.
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allow: ['URL', 'URLSearchParams'], allowNumber: true },
      ],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      // The state of a job and the records of Asana are JSON of any shape.
      '@typescript-eslint/no-explicit-any': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      // An operation and a layer stay async where they have nothing to await:
      // what they throw must reach the caller as a rejection.
      '@typescript-eslint/require-await': 'off',
    },
  },
  { files: ['src/**'], rules: shippedCode },
  {
    files: ['**/test/**'],
    rules: {
      // `expect(x).to.be.true` is how chai is written.
      '@typescript-eslint/no-unused-expressions': 'off',
    },
  }
);

function anyAssertion() {
  return {
    selector: 'TSAsExpression > TSAnyKeyword',
    message: 'Say what the value is, or `unknown`.',
  };
}
