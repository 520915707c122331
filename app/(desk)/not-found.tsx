import { ButtonLink } from '@/components/ui/button.tsx'
import { Empty } from '@/components/ui/empty.tsx'
import { Page } from '@/components/ui/page.tsx'
import { Panel } from '@/components/ui/panel.tsx'

export default function NotFound() {
  return (
    <Page title="Not found">
      <Panel isFlush>
        <Empty title="There is no such page." action={<ButtonLink href="/">Home</ButtonLink>}>
          The link may be incomplete, or name a network, address or token id that cannot exist.
        </Empty>
      </Panel>
    </Page>
  )
}
