import { COURSE_STEP, type RuleCourse } from '../prepared-page.js';
import type { InkRun } from './ink-runs.js';

/** The course of a stroke made of runs; long runs, which are the rule itself, count more than the strokes of glyphs that touch it. */
export function courseOfRuns(runs: readonly InkRun[]): RuleCourse {
  const from = Math.min(...runs.map((run) => run.from));
  const to = Math.max(...runs.map((run) => run.to));
  const points = Math.floor((to - 1 - from) / COURSE_STEP) + 1;
  const sums = new Float64Array(points);
  const weights = new Float64Array(points);
  for (const run of runs) {
    const weight = (run.to - run.from) ** 2;
    const last = Math.floor((run.to - 1 - from) / COURSE_STEP);
    for (let point = Math.ceil((run.from - from) / COURSE_STEP); point <= last; point++) {
      sums[point] = (sums[point] ?? 0) + (run.row + 0.5) * weight;
      weights[point] = (weights[point] ?? 0) + weight;
    }
  }
  const middles: number[] = [];
  for (let point = 0; point < points; point++)
    middles.push((weights[point] ?? 0) > 0 ? (sums[point] ?? 0) / (weights[point] ?? 1) : (middles.at(-1) ?? 0));
  return { start: from, middles };
}

/** Where a rule runs, across its direction, at a place along it; beyond its ends as at its ends. */
export function courseAt(course: RuleCourse, along: number): number {
  const { start, middles } = course;
  const place = Math.max(0, Math.min(middles.length - 1, (along - start) / COURSE_STEP));
  const point = Math.floor(place);
  const here = middles[point] ?? 0;
  return here + ((middles[point + 1] ?? here) - here) * (place - point);
}

/** One course out of two that do not overlap; the gap between them is bridged in a straight line. */
export function joinedCourse(first: RuleCourse, second: RuleCourse, to: number): RuleCourse {
  const end = first.start + (first.middles.length - 1) * COURSE_STEP;
  const [from, until] = [courseAt(first, end), courseAt(second, second.start)];
  const middles: number[] = [];
  for (let along = first.start; along < to; along += COURSE_STEP) {
    const across = along <= end ? 0 : Math.min(1, (along - end) / Math.max(1, second.start - end));
    middles.push(
      across <= 0 ? courseAt(first, along) : across >= 1 ? courseAt(second, along) : from + (until - from) * across,
    );
  }
  return { start: first.start, middles };
}
