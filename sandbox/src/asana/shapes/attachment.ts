import { downloadUrl } from '../download-url.js';
import type { Attachment } from '../entities.js';
import type { Shape } from './shape.js';

export const attachment: Shape<Attachment> = {
  compact: ['name', 'resource_subtype'],
  full: [
    'connected_to_app',
    'created_at',
    'download_url',
    'host',
    'name',
    'parent',
    'permanent_url',
    'resource_subtype',
    'size',
    'view_url',
  ],
  computed: {
    connected_to_app: () => false,
    download_url: (attachment, viewer) =>
      attachment.url ?? downloadUrl(attachment, viewer.baseUrl),
    host: ({ resource_subtype }) => resource_subtype,
    permanent_url: ({ gid, content }) =>
      content && `https://app.asana.com/app/asana/-/get_asset?asset_id=${gid}`,
    size: ({ content }) => content?.size,
    view_url: (attachment, viewer) =>
      attachment.url ?? downloadUrl(attachment, viewer.baseUrl),
  },
};
