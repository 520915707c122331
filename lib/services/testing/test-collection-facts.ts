/** What the network of a test says about any of its collections. */
export const collectionFacts = (address: string, owner: string) => ({
  address,
  name: 'Test collection',
  description: null,
  collection_image_url: null,
  icon_url: null,
  metadata_api_url: 'https://meta.example.com',
  project_id: 7,
  project_owner_address: owner,
})
