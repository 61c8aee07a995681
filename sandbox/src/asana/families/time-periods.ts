import type { Behaviours } from '../behaviour.js';
import type { Entity, Workspace } from '../entities.js';
import type { NextGid } from '../gid.js';
import type { Kind } from '../plain/kind.js';
import { given } from '../plain/kind.js';
import { from, is, listKind, until } from '../plain/lists.js';
import { readOne } from '../plain/operations.js';
import { workspace } from '../plain/readers.js';
import { plantRecord } from '../plain/write.js';
import type { World } from '../world.js';

export interface TimePeriod extends Entity {
  readonly resource_type: 'time_period';
  readonly start_on: string;
  readonly end_on: string;
  readonly period: string;
  readonly display_name: string;
  readonly parent: TimePeriod | null;
  readonly workspace: Workspace;
}

export const timePeriod: Kind<TimePeriod> = {
  type: 'time_period',
  fields: {
    start_on: given(),
    end_on: given(),
    period: given(),
    display_name: given(),
    parent: given(),
    workspace: given(),
  },
  compact: ['display_name', 'end_on', 'period', 'start_on'],
  hidden: ['workspace'],
};

/** The months that a period of a year begins and ends with. */
const parts: readonly (readonly [string, number, number])[] = [
  ['H1', 1, 6],
  ['Q1', 1, 3],
  ['Q2', 4, 6],
  ['H2', 7, 12],
  ['Q3', 7, 9],
  ['Q4', 10, 12],
];

const two = (value: number) => String(value).padStart(2, '0');

/** Adds the periods of the present year, which is a calendar year. */
export function plantTimePeriods(
  world: World,
  workspace: Workspace,
  nextGid: NextGid
): void {
  const year = new Date(world.now()).getUTCFullYear();
  const plant = (
    period: string,
    [first, last]: readonly [number, number],
    parent: TimePeriod | null
  ): TimePeriod => {
    const lastDay = new Date(Date.UTC(year, last, 0)).getUTCDate();
    const values = {
      start_on: `${year}-${two(first)}-01`,
      end_on: `${year}-${two(last)}-${two(lastDay)}`,
      period,
      display_name: `${period} FY${two(year % 100)}`,
      parent,
      workspace,
    };
    return plantRecord({ world }, timePeriod, values, nextGid());
  };
  const whole = plant('FY', [1, 12], null);
  let half = whole;
  for (const [period, first, last] of parts) {
    const isHalf = period.startsWith('H');
    const planted = plant(period, [first, last], isHalf ? whole : half);
    if (isHalf) half = planted;
  }
}

export const timePeriods = {
  getTimePeriod: readOne(timePeriod),
  getTimePeriods: listKind(timePeriod, {
    needs: ['workspace'],
    filters: {
      workspace: is('workspace', workspace),
      // Both ends of the periods are to be within the days that are given.
      start_on: from('start_on'),
      end_on: until('end_on'),
    },
  }),
} satisfies Behaviours;
