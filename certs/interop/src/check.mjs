// What other people's software makes of Entente's credentials. One request as JSON on standard input, one answer as JSON
// on standard output; nothing is fetched. Started by CredentialsElsewhereTest and JsonLdTest.
import {readFileSync} from 'node:fs';
import {contexts as credentials} from '@digitalbazaar/credentials-context';
import {DataIntegrityProof} from '@digitalbazaar/data-integrity';
import * as ecdsaJcs2019 from '@digitalbazaar/ecdsa-jcs-2019-cryptosuite';
import * as eddsaJcs2022 from '@digitalbazaar/eddsa-jcs-2022-cryptosuite';
import * as EcdsaMultikey from '@digitalbazaar/ecdsa-multikey';
import * as Ed25519Multikey from '@digitalbazaar/ed25519-multikey';
import * as jose from 'jose';
import jsonld from 'jsonld';
import signatures from 'jsonld-signatures';

const SUITES = {
  'ecdsa-jcs-2019': {keys: EcdsaMultikey, of: ecdsaJcs2019},
  'eddsa-jcs-2022': {keys: Ed25519Multikey, of: eddsaJcs2022},
};
const {AssertionProofPurpose} = signatures.purposes;

/** Serves the context of the W3C, and what the request holds by address. */
function loader({documents = {}}) {
  const known = new Map([...credentials, ...Object.entries(documents)]);
  return async address => {
    const [place, fragment] = address.split('#');
    const whole = known.get(place);
    if (whole === undefined) throw new Error(`nothing is served at ${address}`);
    const document = fragment === undefined ? whole : method(whole, address);
    return {contextUrl: null, documentUrl: address, document};
  };
}

function method(controller, address) {
  const found = controller.verificationMethod.find(each => each.id === address);
  if (found === undefined) throw new Error(`no key ${address}`);
  return {'@context': 'https://w3id.org/security/multikey/v1', ...found};
}

const commands = {
  /** Expands a document in safe mode, which refuses whatever it would have to drop; and as RDF. */
  async expand(request) {
    const options = {documentLoader: loader(request), safe: true};
    return {
      expanded: await jsonld.expand(request.document, options),
      statements: (await jsonld.toRDF(request.document, options)).length,
    };
  },

  /** A key pair that their software makes. */
  async generate({form}) {
    if (form === 'vc+jwt') {
      const pair = await jose.generateKeyPair('ES256', {extractable: true});
      const jwk = await jose.exportJWK(pair.publicKey);
      const key = await EcdsaMultikey.fromJwk({jwk, secretKey: false});
      return {publicKeyMultibase: key.publicKeyMultibase, jwk: await jose.exportJWK(pair.privateKey)};
    }
    const {keys} = SUITES[form];
    const pair = await keys.generate({curve: 'P-256'});
    return pair.export({publicKey: true, secretKey: true});
  },

  /** Signs a document with such a key pair. */
  async sign({form, pair, address, controller, document, created, documents}) {
    if (form === 'vc+jwt') {
      const key = await jose.importJWK(pair.jwk, 'ES256');
      return {
        secured: await new jose.CompactSign(new TextEncoder().encode(JSON.stringify(document)))
          .setProtectedHeader({alg: 'ES256', typ: 'vc+jwt', cty: 'vc', kid: address})
          .sign(key),
      };
    }
    const {keys, of} = SUITES[form];
    const key = await keys.from({...pair, type: 'Multikey', id: address, controller});
    const suite = new DataIntegrityProof({
      signer: key.signer(),
      date: created,
      cryptosuite: of.createSignCryptosuite(),
    });
    const secured = await signatures.sign(document, {
      suite,
      purpose: new AssertionProofPurpose(),
      documentLoader: loader({documents}),
    });
    return {secured};
  },

  /** Verifies what Entente signed, with the keys of the issuer's DID document. */
  async verify({form, secured, documents}) {
    try {
      if (form === 'vc+jwt') {
        const {payload, protectedHeader} = await jose.compactVerify(secured, async ({kid}) => {
          const {document} = await loader({documents})(kid);
          return jose.importJWK(document.publicKeyJwk, 'ES256');
        });
        return {verified: true, header: protectedHeader, document: JSON.parse(new TextDecoder().decode(payload))};
      }
      const result = await signatures.verify(secured, {
        suite: new DataIntegrityProof({cryptosuite: SUITES[form].of.createVerifyCryptosuite()}),
        purpose: new AssertionProofPurpose(),
        documentLoader: loader({documents}),
      });
      return {verified: result.verified, because: reasons(result.error)};
    } catch (error) {
      return {verified: false, because: reasons(error)};
    }
  },
};

function reasons(error) {
  return error === undefined ? [] : [error.message, ...(error.errors ?? []).map(each => each.message)];
}

const request = JSON.parse(readFileSync(0, 'utf8'));
try {
  console.log(JSON.stringify(await commands[request.command](request)));
} catch (error) {
  console.log(JSON.stringify({failed: error.message, details: error.details}));
}
