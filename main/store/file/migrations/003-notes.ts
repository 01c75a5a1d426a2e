/**
 * 说明 and 意见: a JSON list beside the record, in the projects and in their older versions. The hash of a row covers them
 * where there are any, so that rows written before keep the hash they have.
 */
export const notesMigration = {
  version: 3,
  purpose: 'notes',
  sql: `
    ALTER TABLE projects ADD COLUMN notes TEXT NOT NULL DEFAULT '[]';
    ALTER TABLE versions ADD COLUMN notes TEXT NOT NULL DEFAULT '[]';
  `,
}
