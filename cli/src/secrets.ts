/** What hides secrets in jobs hides them here. */
export { keepSecret, redact } from '../../src/secrets.js';
