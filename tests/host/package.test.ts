/**
 * What goes into the packages: electron-builder runs offline against a made-up Electron, and the listing of app.asar is
 * compared with an allow-list. Fuses need a real binary and are checked as configuration.
 */
import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { buildDesktop } from '../../main/launch/desktop-build.ts'

const root = resolve(import.meta.dirname, '..', '..')
const configuration = readFileSync(join(root, 'electron-builder.yml'), 'utf8')
const fuses = /^electronFuses:\n(?: {2}.*\n)+/m

beforeAll(async () => void (await buildDesktop(root)), 120_000)

/** Just enough of a distribution for electron-builder to copy. */
function madeUpElectron(folder: string): string {
  const electron = join(folder, 'electron')
  mkdirSync(join(electron, 'resources'), { recursive: true })
  mkdirSync(join(electron, 'locales'))
  copyFileSync(process.execPath, join(electron, 'electron'))
  writeFileSync(join(electron, 'version'), '45.4.1')
  for (const name of ['LICENSE', 'LICENSES.chromium.html', 'locales/zh-CN.pak', 'locales/de.pak']) {
    writeFileSync(join(electron, name), '')
  }
  return electron
}

function packed(arch: 'x64' | 'arm64'): { asar: string[]; unpacked: string[]; locales: string[] } {
  const folder = mkdtempSync(join(tmpdir(), 'jibiao-package-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const output = join(folder, 'output')
  const electronDist = madeUpElectron(folder)
  const file = join(folder, 'electron-builder.yml')
  writeFileSync(
    file,
    `${configuration.replace(fuses, '').replace('output: dist', `output: ${output}`)}electronDist: ${electronDist}\n`,
  )
  const cli = join(root, 'node_modules', 'electron-builder', 'cli.js')
  execFileSync(process.execPath, [cli, '--linux', 'dir', `--${arch}`, '--config', file], { cwd: root, stdio: 'pipe' })
  const [name = ''] = readdirSync(output).filter((entry) => entry.endsWith('unpacked'))
  const resources = join(output, name, 'resources')
  const { listPackage } = createRequire(import.meta.url)('@electron/asar') as {
    listPackage: (path: string, options: object) => string[]
  }
  const unpacked = readdirSync(join(resources, 'app.asar.unpacked'), { recursive: true, withFileTypes: true })
  return {
    asar: listPackage(join(resources, 'app.asar'), {}),
    unpacked: unpacked
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(resources.length + 19)),
    locales: readdirSync(join(output, name, 'locales')),
  }
}

const allowed = [
  /^\/package\.json$/,
  /^\/build(?:\/app(?:\/(?:main|preload|run-jobs|answer-access|run-store-work)\.cjs|\/icon\.png)?)?$/,
  /^\/build\/renderer(?:\/index\.html|\/assets(?:\/[\w.-]+\.(?:js|css|woff2|svg|png))?)?$/,
  /^\/node_modules(?:\/better-sqlite3(?:\/(?:package\.json|LICENSE|lib(?:\/[\w/-]+(?:\.js)?)?|prebuilds(?:\/linux-\w+\.node)?))?)?$/,
]

describe.each(['x64', 'arm64'] as const)('the Linux package for %s', (arch) => {
  test('holds the bundles, better-sqlite3 with one binary, and nothing else', () => {
    const { asar, unpacked, locales } = packed(arch)
    expect(asar.filter((path) => !allowed.some((pattern) => pattern.test(path)))).toEqual([])
    expect(asar).toEqual(
      expect.arrayContaining(['/build/app/main.cjs', '/build/app/preload.cjs', '/build/renderer/index.html']),
    )
    expect(asar.filter((path) => path.endsWith('.node'))).toEqual([
      `/node_modules/better-sqlite3/prebuilds/linux-${arch}.node`,
    ])
    expect(unpacked.toSorted()).toEqual([
      'build/app/answer-access.cjs',
      'build/app/run-jobs.cjs',
      `node_modules/better-sqlite3/prebuilds/linux-${arch}.node`,
    ])
    expect(locales).toEqual(['zh-CN.pak'])
  }, 120_000)
})

test('the fuses are closed', () => {
  const [block = ''] = fuses.exec(configuration) ?? []
  const settings = Object.fromEntries(
    [...block.matchAll(/^ {2}(\w+): (true|false)/gm)].map(([, name, value]) => [name, value]),
  )
  expect(settings).toEqual({
    runAsNode: 'false',
    enableNodeOptionsEnvironmentVariable: 'false',
    enableNodeCliInspectArguments: 'false',
    grantFileProtocolExtraPrivileges: 'false',
    enableEmbeddedAsarIntegrityValidation: 'true',
    onlyLoadAppFromAsar: 'true',
  })
})

test('Windows: per user, Chinese, installer and portable; the person’s data stays', () => {
  for (const line of [
    'target: nsis, arch: [x64]',
    'target: portable, arch: [x64]',
    'perMachine: false',
    "language: '2052'",
    'installerLanguages: [zh_CN]',
    'deleteAppDataOnUninstall: false',
  ]) {
    expect(configuration).toContain(line)
  }
})
