/** Where the focus goes when what held it is about to disappear. */
export const focusContent = (): void => document.getElementById('content')?.focus()
