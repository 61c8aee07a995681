import { invalidArgument } from '../errors.js';
import { findByName, findIfThere, quoted } from './find-by-name.js';
import type { Names } from './names.js';
import { placeholder, type TaskContext } from './task-context.js';
import { isName } from './workspace-gid.js';

/** A section of a project, by gid, which takes no request, or by name. */
export async function resolveSection(
  names: Names,
  given: unknown,
  project: string | undefined,
  { operation, create, isDryRun }: TaskContext
): Promise<unknown> {
  if (!isName(given)) return given;
  if (project === undefined) {
    throw invalidArgument(
      operation,
      `the section ${quoted(given)} is given by its name, and there is no project that could have it`,
      'Say which project the task belongs to, projects: ["…"], or give the gid of the section.'
    );
  }
  const sections = await names.sections(project);
  const wanted = {
    operation,
    kind: 'section',
    place: `in the project ${project}`,
    advice: `Write the section as it stands in Asana, or make it there first${create === undefined ? '' : '; createMissingSections: true makes it for you'}.`,
  };
  const found = findIfThere(sections, given, wanted);
  if (found !== undefined) return found.gid;
  if (!create?.sections) return findByName(sections, given, wanted).gid;
  if (isDryRun) return placeholder(given);
  return (await names.createSection(project, given)).gid;
}
