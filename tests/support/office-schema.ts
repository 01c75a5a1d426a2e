/**
 * Checking parts of Office files against the ISO schemas (transitional, ISO/IEC 29500-4) with xmllint. The schemas are not
 * part of the project: OOXML_SCHEMAS names their folder. Where they or xmllint are missing, the tests say so and are skipped.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'

const folder = process.env['OOXML_SCHEMAS'] ?? '/work/shared/ooxml-schemas'

/** Why schemas cannot be checked here; null when they can. */
export const schemaObstacle: string | null = !existsSync(join(folder, 'wml.xsd'))
  ? `no OOXML schemas in ${folder} (set OOXML_SCHEMAS)`
  : spawnSync('xmllint', ['--version']).status === 0
    ? null
    : 'xmllint is not installed'

/** The parts of an Office file as text. */
export function partsOf(file: Uint8Array): Map<string, string> {
  return new Map(Object.entries(unzipSync(file)).map(([path, bytes]) => [path, strFromU8(bytes)]))
}

type Schema = 'sml.xsd' | 'wml.xsd' | 'dml-main.xsd' | 'shared-documentPropertiesExtended.xsd'

/** What xmllint objects to in these parts; '' when they are valid. */
export function schemaErrors(schema: Schema, parts: ReadonlyMap<string, string>): string {
  const place = mkdtempSync(join(tmpdir(), 'jibiao-schema-'))
  try {
    const paths = [...parts].map(([path, xml]) => {
      const file = join(place, path.replaceAll('/', '_'))
      writeFileSync(file, xml)
      return file
    })
    const run = spawnSync('xmllint', ['--noout', '--schema', join(folder, schema), ...paths], { encoding: 'utf8' })
    return run.status === 0 ? '' : run.stderr
  } finally {
    rmSync(place, { recursive: true, force: true })
  }
}
