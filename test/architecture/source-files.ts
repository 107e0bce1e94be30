/** The product's source files and what each of them imports, read as text. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'

const root = join(import.meta.dirname, '../..')

export interface SourceFile {
  /** From the root of the repository, with forward slashes. */
  path: string
  text: string
  imports: readonly Import[]
}

export interface Import {
  /** A package's name, or the path of a file from the root. */
  target: string
  isPackage: boolean
  typeOnly: boolean
  /** Loaded only when the line runs. */
  lazy: boolean
}

function read(folder: string): SourceFile[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => {
      const path = join(folder, name)
      const text = readFileSync(join(root, path), 'utf8')
      return { path, text, imports: importsOf(path, text) }
    })
}

function importsOf(path: string, text: string): Import[] {
  const stated = [...text.matchAll(/^(?:import|export) (type )?[^'"\n]*?(?:\{[^}]*\} )?from '([^']+)'/gms)].map(
    ([, type, specifier = '']) => ({ specifier, typeOnly: Boolean(type), lazy: false }),
  )
  const effects = [...text.matchAll(/^import '([^']+)'/gm)].map(([, specifier = '']) => ({
    specifier,
    typeOnly: false,
    lazy: false,
  }))
  const dynamic = [...text.matchAll(/\bimport\('([^']+)'\)/g)].map(([, specifier = '']) => ({
    specifier,
    typeOnly: false,
    lazy: true,
  }))
  return [...stated, ...effects, ...dynamic].map(({ specifier, ...kind }) => {
    const isPackage = !specifier.startsWith('.')
    const target = isPackage ? packageName(specifier) : relative(root, join(root, dirname(path), specifier))
    return { target, isPackage, ...kind }
  })
}

const packageName = (specifier: string): string =>
  specifier.startsWith('node:')
    ? 'node'
    : specifier
        .split('/')
        .slice(0, specifier.startsWith('@') ? 2 : 1)
        .join('/')

export const sourceFiles: readonly SourceFile[] = ['forms', 'functions', 'emails', 'infra'].flatMap(read)
