/**
 * What stands beside the record (record.md): 所属年度 and stage of a project, the origin of each version as data, and on which form and
 * in which year a version was, so that a change of these can be taken back. The index of the list covers them.
 * - `fiscal_year` is the printed year where that is four digits, '' where nobody has said one. The hash of a row covers these
 *   columns where they say more than that, so that rows written before keep the hash they have.
 * - `origin` is JSON, '' in rows written before: what they came from is told by the word in `reason`.
 * - A row whose record is no record any more has no place in an index, nor in a table of this shape: it becomes what can be read of it
 *   (`readable_record`, of migrate.ts) with the names the old index had, and its hash goes on saying that it is damaged.
 */
export const besideRecordMigration = {
  version: 4,
  purpose: 'beside-the-record',
  sql: `
    CREATE TEMP TABLE unreadable AS SELECT seq FROM projects NOT INDEXED
      WHERE CASE WHEN json_valid(record) THEN json_extract(record, '$.year') IS NULL
        OR json_extract(record, '$.unit.code') IS NULL OR json_extract(record, '$.unit.name') IS NULL
        OR json_extract(record, '$.project.code') IS NULL OR json_extract(record, '$.project.name') IS NULL
        OR json_extract(record, '$.funding.total') IS NULL OR json_extract(record, '$.funding.unit') IS NULL
        OR json_array_length(record, '$.indicators') IS NULL ELSE 1 END;
    CREATE TEMP TABLE known_names AS
      SELECT seq, year, unit_code, unit_name, project_code, project_name FROM projects INDEXED BY projects_list
      WHERE seq IN (SELECT seq FROM temp.unreadable);
    DROP INDEX projects_list;
    UPDATE projects SET record = readable_record(record) WHERE seq IN (SELECT seq FROM temp.unreadable);
    UPDATE projects SET record = json_set(record, '$.year', known.year, '$.unit.code', known.unit_code,
        '$.unit.name', known.unit_name, '$.project.code', known.project_code, '$.project.name', known.project_name)
      FROM temp.known_names AS known WHERE known.seq = projects.seq;
    DROP TABLE temp.known_names;
    DROP TABLE temp.unreadable;

    ALTER TABLE projects ADD COLUMN fiscal_year TEXT NOT NULL DEFAULT '';
    ALTER TABLE projects ADD COLUMN stage TEXT NOT NULL DEFAULT '';
    ALTER TABLE projects ADD COLUMN origin TEXT NOT NULL DEFAULT '';
    ALTER TABLE versions ADD COLUMN origin TEXT NOT NULL DEFAULT '';
    ALTER TABLE versions ADD COLUMN template TEXT NOT NULL DEFAULT '';
    ALTER TABLE versions ADD COLUMN fiscal_year TEXT NOT NULL DEFAULT '';

    UPDATE projects SET fiscal_year = substr(record, 10, 4)
      WHERE record GLOB '{"year":"[0-9][0-9][0-9][0-9]"*';

    CREATE INDEX projects_list ON projects (
      deleted_at, fiscal_year, unit_code, unit_name, template, position, id, project_code, project_name, year, stage,
      status, total_micro_wan, total_text, currency_unit, indicators, findings_error, findings_warning, findings_hint,
      updated_at
    );
  `,
}
