import type { Place } from '../../extract/place.js';
import type { Finding } from '../report.js';
import type { Evaluation } from './evaluation.js';

/** The finding for something in a self-evaluation table that was not read. */
export function unreadFinding(
  { title, project }: Pick<Evaluation, 'title' | 'project'>,
  { what, places }: { readonly what: string; readonly places: readonly Place[] },
): Finding {
  const page = places[0]?.page;
  const name = [title || '绩效自评表', project?.text].filter((part) => part).join('，');
  return {
    check: 'evaluation/unread',
    severity: 'note',
    message: `第${page ?? '?'}页，${name}：${what}，未读取，原文按原样保留。`,
    places,
    figures: [],
  };
}

/** The finding for a table that looks like a self-evaluation and could not be read as one. */
export function unreadTable(title: string, places: readonly Place[], reason: string): Finding {
  const page = places[0]?.page;
  return {
    check: 'evaluation/unread',
    severity: 'warning',
    message: `第${page ?? '?'}页的“${title || '无标题的表'}”像是绩效自评表，但${reason}，未能读取；其内容按原样保留。`,
    places,
    figures: [],
  };
}
