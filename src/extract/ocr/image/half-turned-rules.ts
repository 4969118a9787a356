import { COURSE_STEP, type PixelRule, type RuleCourse } from '../prepared-page.js';

/** The rules of a page of `width` by `height` pixels as they run when it is turned upside down: of each direction the last is the first then. */
export function halfTurnedRules(rules: readonly PixelRule[], width: number, height: number): PixelRule[] {
  const last = rules.toReversed();
  const inOrder = (['horizontal', 'vertical'] as const).flatMap((direction) =>
    last.filter((rule) => rule.direction === direction),
  );
  return inOrder.map((rule) => {
    const [length, breadth] = rule.direction === 'horizontal' ? [width, height] : [height, width];
    return {
      ...rule,
      at: breadth - rule.at,
      from: length - rule.to,
      to: length - rule.from,
      course: halfTurnedCourse(rule.course, length, breadth),
    };
  });
}

function halfTurnedCourse({ start, middles }: RuleCourse, length: number, breadth: number): RuleCourse {
  const end = start + (middles.length - 1) * COURSE_STEP;
  return { start: length - end, middles: middles.map((middle) => breadth - middle).reverse() };
}
