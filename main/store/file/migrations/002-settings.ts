/** Settings, and the undo history of each table: kept so that a step can be taken back after a restart too. */
export const settingsMigration = {
  version: 2,
  purpose: 'settings',
  sql: `
    CREATE TABLE settings (
      key TEXT PRIMARY KEY,
      value TEXT NOT NULL,
      content_hash TEXT NOT NULL
    ) STRICT;

    CREATE TABLE undo_histories (
      table_key TEXT PRIMARY KEY,
      written_at TEXT NOT NULL,
      state TEXT NOT NULL,
      content_hash TEXT NOT NULL
    ) STRICT;
    CREATE INDEX undo_histories_by_age ON undo_histories (written_at);
  `,
}
