import 'server-only'
import { AppError } from '../core/app-error.ts'

/** An address under which there is neither a page, nor the desk's own API, nor a network. */
export const nothingHere = () => new AppError('not_found', 'There is nothing at this URL.')
