import { ForecastList } from '@/lib/domain/refreshes/forecast/forecasts-schema.ts'
import { route } from '@/lib/http/route.ts'
import { listForecasts } from '@/lib/services/refreshes/forecast/list-forecasts.ts'

export const GET = route({ response: ForecastList }, ({ ctx }) => listForecasts(ctx))
