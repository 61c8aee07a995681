import { formhubUuid, owner, versionUid } from './identifiers.js';
import type { Document } from './query.js';
import { writeDateTime } from './sample/dates.js';
import type { Region } from './sample/region.js';
import type { Photo, Submission } from './sample/submission.js';

/** A submission as KoboToolbox's API gives it out. */
export function toDocument(
  submission: Submission,
  region: Region,
  baseUrl: string
): Document {
  const { uuid, replacedUuid, answers, photo } = submission;
  return {
    _id: submission.id,
    'formhub/uuid': formhubUuid(region.uid),
    start: writeDateTime(submission.startedAt, region.utcOffset),
    end: writeDateTime(submission.endedAt, region.utcOffset),
    // JSON leaves out a question that was not answered: its value is undefined.
    ...answers,
    __version__: versionUid(region.uid, submission.version),
    'meta/instanceID': `uuid:${uuid}`,
    'meta/rootUuid': `uuid:${submission.rootUuid ?? replacedUuid ?? uuid}`,
    ...(replacedUuid ? { 'meta/deprecatedID': `uuid:${replacedUuid}` } : {}),
    _xform_id_string: region.uid,
    _uuid: uuid,
    _attachments: photo
      ? [toAttachment(submission, photo, region.uid, baseUrl)]
      : [],
    _status: 'submitted_via_web',
    _geolocation: [null, null],
    _submission_time: toSubmissionTime(submission.submittedAt),
    _tags: [],
    _notes: [],
    _validation_status: submission.validation ?? {},
    _submitted_by: submission.submittedBy,
  };
}

/** The time in UTC, without a zone and without milliseconds. */
const toSubmissionTime = (time: number) =>
  new Date(time).toISOString().slice(0, 19);

function toAttachment(
  { id, uuid, replacedUuid, rootUuid }: Submission,
  photo: Photo,
  formUid: string,
  baseUrl: string
): Document {
  const url = `${baseUrl}/api/v2/assets/${formUid}/data/${id}/attachments/${photo.uid}/`;
  // A file stays in the folder of the uuid that it was sent with.
  const folder = `${owner}/attachments/${formhubUuid(formUid)}/${rootUuid ?? replacedUuid ?? uuid}`;
  return {
    download_url: url,
    download_large_url: `${url}large/`,
    download_medium_url: `${url}medium/`,
    download_small_url: `${url}small/`,
    mimetype: photo.mimetype,
    filename: `${folder}/${photo.basename}`,
    media_file_basename: photo.basename,
    uid: photo.uid,
    is_deleted: false,
    question_xpath: 'photo',
  };
}
