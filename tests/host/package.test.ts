/**
 * What goes into the packages: electron-builder runs offline against a made-up Electron, up to the tools that make the
 * package files themselves and would be fetched (fpm, makensis); what these are told is checked, and the listing of app.asar
 * is compared with an allow-list. Fuses need a real binary and are checked as configuration.
 */
import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildDesktop } from '../../main/launch/desktop-build.ts'

const root = resolve(import.meta.dirname, '..', '..')
const configuration = readFileSync(join(root, 'electron-builder.yml'), 'utf8')
const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  dependencies: Record<string, string>
}
const fuses = /^electronFuses:\n(?: {2}.*\n)+/m

beforeAll(async () => void (await buildDesktop(root)), 120_000)

/** Just enough of a distribution for electron-builder to copy; any program with a version in it does for Windows. */
function madeUpElectron(folder: string): string {
  const electron = join(folder, 'electron')
  mkdirSync(join(electron, 'resources'), { recursive: true })
  mkdirSync(join(electron, 'locales'))
  copyFileSync(process.execPath, join(electron, 'electron'))
  copyFileSync(
    join(root, 'node_modules', 'electron-winstaller', 'vendor', 'rcedit.exe'),
    join(electron, 'electron.exe'),
  )
  writeFileSync(join(electron, 'version'), '45.4.1')
  for (const name of ['LICENSE', 'LICENSES.chromium.html', 'locales/zh-CN.pak', 'locales/de.pak']) {
    writeFileSync(join(electron, name), '')
  }
  return electron
}

/** In place of the tools that would be fetched: an archive is an empty file, nothing else is started. */
function madeUpTools(folder: string): Record<string, string> {
  const archive = join(folder, '7za')
  writeFileSync(archive, '#!/bin/sh\nfor word in "$@"; do case "$word" in *.7z) : > "$word" ;; esac; done\n', {
    mode: 0o755,
  })
  mkdirSync(join(folder, 'resources', 'plugins'), { recursive: true })
  return { ELECTRON_BUILDER_7ZIP_PATH: archive, ELECTRON_BUILDER_NSIS_RESOURCES_DIR: join(folder, 'resources') }
}

interface Built {
  output: string
  /** Per package what fpm or makensis would be told: its words, or its defines and commands. */
  told: unknown[]
  said: string
}

/** Runs electron-builder up to the tool that makes the package file itself, which cannot be fetched here. */
function build(targets: string): Built {
  const folder = mkdtempSync(join(tmpdir(), 'jibiao-package-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  const output = join(folder, 'output')
  const file = join(folder, 'electron-builder.yml')
  const here = configuration.replace(fuses, '').replace('output: dist', `output: ${output}`)
  // the exe’s icon and names are written by a tool that would be fetched
  writeFileSync(
    file,
    `${here.replace('win:\n', 'win:\n  signAndEditExecutable: false\n')}electronDist: ${madeUpElectron(folder)}\n`,
  )
  const script = `
    const { build, Platform, Arch } = require(${JSON.stringify(join(root, 'node_modules', 'electron-builder'))})
    const told = []
    const effectiveOptionComputed = async (options) => told.push(options) > 0
    build({ projectDir: ${JSON.stringify(root)}, config: ${JSON.stringify(file)}, targets: ${targets}, effectiveOptionComputed })
      .then(() => require('node:fs').writeFileSync(${JSON.stringify(join(folder, 'told.json'))}, JSON.stringify(told)))`
  const env = { ...process.env, ...madeUpTools(folder) }
  const said = execFileSync(process.execPath, ['--eval', script], { cwd: root, env, stdio: 'pipe', encoding: 'utf8' })
  return { output, said, told: JSON.parse(readFileSync(join(folder, 'told.json'), 'utf8')) as unknown[] }
}

function unpackedParts(
  output: string,
  arch: 'x64' | 'arm64',
): { asar: string[]; unpacked: string[]; locales: string[]; licences: string } {
  const folder = join(output, arch === 'x64' ? 'linux-unpacked' : 'linux-arm64-unpacked')
  const resources = join(folder, 'resources')
  const { listPackage } = createRequire(import.meta.url)('@electron/asar') as {
    listPackage: (path: string, options: object) => string[]
  }
  const unpacked = readdirSync(join(resources, 'app.asar.unpacked'), { recursive: true, withFileTypes: true })
  return {
    asar: listPackage(join(resources, 'app.asar'), {}),
    licences: readFileSync(join(folder, 'LICENSES.packages.txt'), 'utf8'),
    unpacked: unpacked
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(resources.length + 19)),
    locales: readdirSync(join(folder, 'locales')),
  }
}

const allowed = [
  /^\/package\.json$/,
  /^\/build(?:\/app(?:\/(?:main|preload|run-jobs|answer-access|run-store-work)\.cjs|\/icon\.png)?)?$/,
  /^\/build\/renderer(?:\/index\.html|\/assets(?:\/[\w.-]+\.(?:js|css|woff2|svg|png))?)?$/,
  /^\/node_modules(?:\/better-sqlite3(?:\/(?:package\.json|LICENSE|lib(?:\/[\w/-]+(?:\.js)?)?|prebuilds(?:\/linux-\w+\.node)?))?)?$/,
]

describe('the packages for Linux', () => {
  let built: Built
  beforeAll(() => {
    built = build("Platform.LINUX.createTarget(['deb'], Arch.x64, Arch.arm64)")
  }, 300_000)

  test.each(['x64', 'arm64'] as const)('%s: the bundles, better-sqlite3 with one binary, and nothing else', (arch) => {
    const { asar, unpacked, locales, licences } = unpackedParts(built.output, arch)
    expect(asar.filter((path) => !allowed.some((pattern) => pattern.test(path)))).toEqual([])
    expect(asar).toEqual(
      expect.arrayContaining(['/build/app/main.cjs', '/build/app/preload.cjs', '/build/renderer/index.html']),
    )
    expect(asar.filter((path) => path.endsWith('.node'))).toEqual([
      `/node_modules/better-sqlite3/prebuilds/linux-${arch}.node`,
    ])
    expect(unpacked.filter((path) => !path.includes('/lib/')).toSorted()).toEqual([
      'build/app/answer-access.cjs',
      'build/app/run-jobs.cjs',
      'build/app/run-store-work.cjs',
      'node_modules/better-sqlite3/LICENSE',
      'node_modules/better-sqlite3/package.json',
      `node_modules/better-sqlite3/prebuilds/linux-${arch}.node`,
    ])
    expect(locales).toEqual(['zh-CN.pak'])
    for (const name of Object.keys(dependencies)) expect(licences).toContain(`\n${name} `)
  })

  test('the debs can be made: everything Debian asks for is there', () => {
    const packages = built.told.map((one) => (one as [string[]])[0])
    const after = (words: string[], name: string): string => words[words.indexOf(name) + 1] ?? ''
    expect(packages.map((words) => after(words, '--architecture')).toSorted()).toEqual(['amd64', 'arm64'])
    for (const words of packages) {
      expect(after(words, '--name')).toBe('jibiao')
      expect(after(words, '--maintainer')).toMatch(/^\S+ <\S+@\S+>$/)
      expect(new URL(after(words, '--url')).hostname).toMatch(/\.invalid$/) // nobody’s page
      expect(words.some((word) => word.endsWith('=/opt/绩表'))).toBe(true)
    }
    expect(built.said).not.toContain('desktopName is not set') // else the window is no window of its entry in the menu
  })

  test('what it runs when it is removed takes away links of the program, and no data', () => {
    const template = join(root, 'node_modules', 'app-builder-lib', 'templates', 'linux', 'after-remove.tpl')
    const removed = readFileSync(template, 'utf8').match(/^ *rm .*$/gm)
    expect(removed?.map((line) => line.trim())).toEqual([
      "rm -f '/usr/bin/${executable}'",
      'rm -f "$APPARMOR_PROFILE_DEST"',
    ])
  })
})

describe('the packages for Windows', () => {
  let told: [Record<string, unknown>, Record<string, unknown>][] // defines and commands, as electron-builder hands them to makensis
  beforeAll(() => {
    told = build("Platform.WINDOWS.createTarget(['nsis', 'portable'], Arch.x64)").told as typeof told
  }, 300_000)
  const find = (name: string) => told.find(([, commands]) => String(commands['OutFile']).includes(name))?.[0] ?? {}

  test('an installer for the person alone, in Chinese, that leaves the data when it is removed', () => {
    const defines = find('绩表-0.1.0-安装.exe')
    expect(defines['PRODUCT_NAME']).toBe('绩表')
    expect(Object.keys(defines)).toContain('INSTALL_MODE_PER_ALL_USERS_REQUIRED') // both kinds are offered
    expect(Object.keys(defines)).not.toContain('MULTIUSER_INSTALLMODE_ALLOW_ELEVATION')
    expect(Object.keys(defines)).not.toContain('DELETE_APP_DATA_ON_UNINSTALL')
    expect(configuration).toContain('deleteAppDataOnUninstall: false')
  })

  test('a program that needs no installation, and tells where it lies', () => {
    const defines = find('绩表-0.1.0-免安装.exe')
    expect(defines['REQUEST_EXECUTION_LEVEL']).toBe('user')
    const template = join(root, 'node_modules', 'app-builder-lib', 'templates', 'nsis', 'portable.nsi')
    for (const name of ['PORTABLE_EXECUTABLE_DIR', 'PORTABLE_EXECUTABLE_FILE']) {
      expect(readFileSync(template, 'utf8')).toContain(name) // where the data lies (data-folder.ts)
    }
  })
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
