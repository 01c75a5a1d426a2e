/**
 * The library as the panel lists it: what answers the search, grouped by second level, that of the cursor's row first. In a
 * group names that begin with what was typed, then those that hold it, then what sounds like it or is about it.
 */
import { foldForSearch } from '../../../../shared/values/text/normalize.ts'
import type { LibraryItem } from '../../../../shared/library/library-items.ts'
import { normalAnswers, searchWords } from '../../../ui/search-text.ts'

export interface SearchableItem extends LibraryItem {
  /** Its name, and all it is found by: level, name and keywords, made normal once. */
  nameText: string
  searchText: string
}

export interface LibraryGroup {
  subcategory: string
  items: SearchableItem[]
  /** How many more answer; found by typing on. */
  more: number
}

/** Shown of each group. */
export const shownOfGroup = 30

export const toSearchable = (item: LibraryItem): SearchableItem => ({
  ...item,
  nameText: foldForSearch(item.texts.name),
  searchText: foldForSearch(`${item.subcategory} ${item.texts.name} ${item.keywords}`),
})

/** `items`: in the order of the form. `first`: the second level that comes first; '' for none. */
export function groupLibrary(items: readonly SearchableItem[], search: string, first: string): LibraryGroup[] {
  const words = searchWords(search)
  const [word = ''] = words
  const distance = ({ nameText }: SearchableItem) => {
    const at = nameText.indexOf(word)
    return at < 0 ? 2 : Math.min(at, 1)
  }
  const groups = Map.groupBy(
    items.filter(({ searchText }) => normalAnswers(searchText, words)),
    ({ subcategory }) => subcategory,
  )
  return [...groups]
    .toSorted(([one], [other]) => Number(other === first) - Number(one === first))
    .map(([subcategory, found]) => ({
      subcategory,
      items: found.toSorted((one, other) => distance(one) - distance(other)).slice(0, shownOfGroup),
      more: Math.max(0, found.length - shownOfGroup),
    }))
}

/** Where an item comes from, for people. */
export function sourceOf({ ownUses, uses, keywords }: LibraryItem): string {
  if (ownUses > 0) return `本单位用过 ${ownUses} 次`
  if (keywords !== '') return '常用'
  return uses > 1 ? `其他单位用过 ${uses} 次` : '其他单位'
}
