/** The projects selected in the list, for what other pages do with them (find and replace in all selected tables). */
import { createStore } from 'zustand/vanilla'

export const chosenProjects = createStore<{ ids: string[] }>(() => ({ ids: [] }))

export const noteChosenProjects = (ids: string[]): void => chosenProjects.setState({ ids })
