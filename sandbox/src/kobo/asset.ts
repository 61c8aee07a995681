import { questionLabels, toContent } from './definition.js';
import { owner, versionUid } from './identifiers.js';
import type { SampleForm } from './sample/forms.js';

/** A form as it stands in the list of assets. */
export function toAssetListItem(form: SampleForm, baseUrl: string) {
  const { uid, name } = form.region;
  const url = `${baseUrl}/api/v2/assets/${uid}/`;
  return {
    url,
    uid,
    name,
    kind: 'asset',
    asset_type: 'survey',
    owner: `${baseUrl}/api/v2/users/${owner}/`,
    owner__username: owner,
    parent: null,
    tag_string: '',
    date_created: '2026-02-16T08:12:40.511203Z',
    date_modified: '2026-03-16T06:30:02.118640Z',
    date_deployed: '2026-03-16T06:30:01.904417Z',
    version_id: versionUid(uid, 'current'),
    has_deployment: true,
    deployment__active: true,
    deployment_status: 'deployed',
    deployment__submission_count: form.submissions.length,
    status: 'private',
    settings: {
      sector: {
        label: 'Humanitarian - Multiple Clusters',
        value: 'Humanitarian - Multiple Clusters',
      },
      country: [],
      description: '',
    },
    summary: {
      geo: false,
      labels: questionLabels(),
      columns: ['name', 'type', 'label', 'required', 'select_from_list_name'],
      row_count: questionLabels().length,
      languages: [],
      default_translation: null,
    },
    data: `${url}data/`,
  };
}

/** A form with its definition. */
export const toAsset = (form: SampleForm, baseUrl: string) => ({
  ...toAssetListItem(form, baseUrl),
  deployed_version_id: versionUid(form.region.uid, 'current'),
  content: toContent(form.region),
});
