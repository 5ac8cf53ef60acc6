// What a partner's program does with a generated client. Run with the API's address and a token that may verify.
import createClient from "openapi-fetch";
import type { components, paths } from "../target/entente.js";

declare const process: { argv: string[] };

const [address, token, certificate] = process.argv.slice(2);
if (!address || !token || !certificate) {
  throw new Error("usage: check ADDRESS TOKEN CERTIFICATE");
}
const api = createClient<paths>({ baseUrl: address, headers: { Authorization: `Bearer ${token}` } });

const me = await api.GET("/v1/me");
if (!me.data) {
  throw new Error(JSON.stringify(me.error));
}
const account: string = me.data.account;

const applied = await api.POST("/v1/applications", {
  params: { header: { "Idempotency-Key": `generated-${Date.now()}` } },
  body: JSON.parse(certificate) as components["schemas"]["Certificate"],
});
if (!applied.data) {
  throw new Error(JSON.stringify(applied.error));
}
const found = await api.GET("/v1/applications/{id}", { params: { path: { id: applied.data.id } } });
if (!found.data) {
  throw new Error(JSON.stringify(found.error));
}
const nobody = await api.GET("/v1/certificates/{certificate}", { params: { path: { certificate: "none" } } });
const code: string | undefined = nobody.error?.code;
console.log(JSON.stringify({ account, state: found.data.state, code }));
