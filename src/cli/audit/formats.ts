/** How an audit can be printed. */
export const AUDIT_FORMATS = ['page', 'markdown', 'csv', 'json'] as const;
export type AuditFormat = (typeof AUDIT_FORMATS)[number];
