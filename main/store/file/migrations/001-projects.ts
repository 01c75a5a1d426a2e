/**
 * Projects with their older versions and the search index.
 * - `record` is the JSON of the record; the columns behind it are generated from it, so that nothing can drift.
 * - `deleted_at` is '' for a living project. `template` is '' for a form this build does not know.
 * - `total_micro_wan`: the year's total in 0.000001 万元, NULL when the text is no amount.
 * - `versions` holds what a change replaced; the present state stands in `projects` alone.
 * - `projects_list` covers the list and the roll-up by unit: neither touches a record.
 * - `search` has no text of its own. Its rowid is seq * 4 + tier: 0 names and codes, 1 what stands once in the table, 2 the
 *   indicators. Terms are characters and pairs of them, four base-36 digits each. `search_pending`: projects changed since.
 */
export const projectsMigration = {
  version: 1,
  purpose: 'projects',
  sql: `
    CREATE TABLE projects (
      seq INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      template TEXT NOT NULL,
      status TEXT NOT NULL,
      version INTEGER NOT NULL,
      position INTEGER NOT NULL,
      findings_error INTEGER NOT NULL,
      findings_warning INTEGER NOT NULL,
      findings_hint INTEGER NOT NULL,
      total_micro_wan INTEGER,
      created_at TEXT NOT NULL,
      updated_at TEXT NOT NULL,
      deleted_at TEXT NOT NULL,
      reason TEXT NOT NULL,
      content_hash TEXT NOT NULL,
      record TEXT NOT NULL,
      year TEXT NOT NULL AS (record ->> '$.year') VIRTUAL,
      unit_code TEXT NOT NULL AS (record ->> '$.unit.code') VIRTUAL,
      unit_name TEXT NOT NULL AS (record ->> '$.unit.name') VIRTUAL,
      project_code TEXT NOT NULL AS (record ->> '$.project.code') VIRTUAL,
      project_name TEXT NOT NULL AS (record ->> '$.project.name') VIRTUAL,
      total_text TEXT NOT NULL AS (record ->> '$.funding.total') VIRTUAL,
      currency_unit TEXT NOT NULL AS (record ->> '$.funding.unit') VIRTUAL,
      indicators INTEGER NOT NULL AS (json_array_length(record, '$.indicators')) VIRTUAL
    ) STRICT;

    CREATE INDEX projects_list ON projects (
      deleted_at, year, unit_code, unit_name, template, position, id, project_code, project_name, total_micro_wan,
      total_text, currency_unit, indicators, findings_error, findings_warning, findings_hint, updated_at
    );

    CREATE TABLE versions (
      project INTEGER NOT NULL REFERENCES projects (seq) ON DELETE CASCADE,
      version INTEGER NOT NULL,
      created_at TEXT NOT NULL,
      reason TEXT NOT NULL,
      content_hash TEXT NOT NULL,
      record TEXT NOT NULL,
      PRIMARY KEY (project, version)
    ) STRICT;

    CREATE VIRTUAL TABLE search USING fts5 (
      terms, content = '', contentless_delete = 1, detail = none, tokenize = 'ascii'
    );
    INSERT INTO search (search, rank) VALUES ('automerge', 0);

    CREATE TABLE search_pending (
      seq INTEGER PRIMARY KEY REFERENCES projects (seq) ON DELETE CASCADE
    ) STRICT;
  `,
}
