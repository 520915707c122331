import { ButtonLink } from '@/components/ui/button.tsx'
import { Empty } from '@/components/ui/empty.tsx'
import { Page } from '@/components/ui/page.tsx'
import { Panel } from '@/components/ui/panel.tsx'

export default function NotFound() {
  return (
    <Page title="Not found">
      <Panel isFlush>
        <Empty title="This page does not exist." action={<ButtonLink href="/">Home</ButtonLink>}>
          The link may be incomplete, or contain an invalid network, address or token id.
        </Empty>
      </Panel>
    </Page>
  )
}
