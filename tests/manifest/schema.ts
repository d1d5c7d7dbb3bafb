import { readFileSync } from "node:fs";
import { join } from "node:path";
import { validateXML } from "xmllint-wasm";

const schema = (name: string) => {
  const fileName = `${name}.xsd`;
  return { fileName, contents: readFileSync(join(import.meta.dirname, "../fixtures/manifest-schema", fileName), "utf8") };
};

/** What libxml2 says of a manifest by Microsoft's schemas. @throws where a schema itself does not load */
export async function schemaErrors(xml: string): Promise<string[]> {
  const { errors } = await validateXML({
    xml: [{ fileName: "manifest.xml", contents: xml }],
    schema: [schema("OfficeAppManifestV1_1")],
    preload: [schema("OfficeAppBasicTypesV1_0"), schema("TaskPaneAppVersionOverridesV1_0")],
  });
  return errors.map(({ message }) => message);
}
