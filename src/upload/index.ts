export { readAttachment } from './attachment.js';
export { readFileSource, resolveFile } from './file-source.js';
export { upload } from './upload.js';
