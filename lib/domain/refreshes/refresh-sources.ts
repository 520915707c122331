export const refreshSources = ['desk', 'sample', 'script', 'import'] as const
