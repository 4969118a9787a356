import type { ReportKind, ReportScope } from '../../normalize/report.js';

const KINDS: Readonly<Record<ReportKind, string>> = { 'final-accounts': 'final accounts 决算', budget: 'budget 预算' };
const SCOPES: Readonly<Record<ReportScope, string>> = { department: 'department 部门', unit: 'unit 单位' };

/** What a report is about; `null` where the report does not say so. */
export interface ReportIdentity {
  readonly agency: string | null;
  readonly fiscalYear: number | null;
  readonly kind: ReportKind | null;
  readonly scope: ReportScope | null;
}

/** "泉州市大数据服务中心, 2023, final accounts 决算, unit 单位". What is not known is said to be unknown. Pure. */
export function identityLine({ agency, fiscalYear, kind, scope }: ReportIdentity): string {
  return [
    agency ?? 'unknown agency',
    fiscalYear === null ? 'unknown year' : String(fiscalYear),
    kind === null ? 'unknown kind' : KINDS[kind],
    scope === null ? 'unknown scope' : SCOPES[scope],
  ].join(', ');
}
