import * as Adaptor from './Adaptor.js';

export default Adaptor;
export * from './Adaptor.js';
export * as util from './util.js';
