package org.entente.conformance.cheat;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.entente.certs.key.SoftwareKey;
import org.entente.conformance.client.Client;
import org.entente.conformance.suite.ConformanceTest;
import org.entente.model.fold.RuleBook;
import org.entente.model.member.Admission;
import org.entente.model.member.MemberId;
import org.entente.model.member.MemberKeys;
import org.entente.model.member.PublicRecords;
import org.entente.model.member.VerificationKey;

/** The members that take part, each admitted and with one key published, whatever earlier tests left. */
final class Cast {
    static final MemberId AU = new MemberId("AU");
    static final MemberId CN = new MemberId("CN");
    static final MemberId SG = new MemberId("SG");
    static final RuleBook RULES = new RuleBook(List.of(new NoteRules()));

    private static final Instant FROM = Instant.parse("2020-01-01T00:00:00Z");

    private final Map<MemberId, SoftwareKey> keys = new TreeMap<>();

    /** Has everybody admitted by the majority; the peers must run the agreed contract. */
    static Cast admitted() throws Exception {
        Cast cast = new Cast();
        for (MemberId member : List.of(AU, CN, SG)) {
            cast.publish(member, SoftwareKey.generate());
        }
        return cast;
    }

    SoftwareKey key(MemberId member) {
        return Objects.requireNonNull(keys.get(member));
    }

    /** From now on this key counts for a member, and no other. */
    void publish(MemberId member, SoftwareKey key) throws Exception {
        String published = text(PublicRecords.write(new MemberKeys(
                member,
                List.of(VerificationKey.forStatements(key.keyId(), key.publicKeySpki(), FROM, Optional.empty())),
                RULES.reads())));
        if (reads("readMember", member).contains("\"admitted\":true")) {
            Client own = ConformanceTest.administrator(member.value());
            own.entente()
                    .newProposal("publishKeys")
                    .addArguments(published)
                    .setEndorsingOrganizations(member.value())
                    .build()
                    .endorse()
                    .submit();
        } else {
            Admission admission = new Admission(member, "Customs of " + member, "did:web:customs.example", true);
            ConformanceTest.administrator("AU")
                    .entente()
                    .newProposal("admitMember")
                    .addArguments(text(PublicRecords.write(admission)), published)
                    .build()
                    .endorse()
                    .submit();
        }
        keys.put(member, key);
        ConformanceTest.await("the keys of " + member + " stand at its own peer", () -> {
            try {
                return reads("readKeys", member).equals(published);
            } catch (Exception e) {
                return false;
            }
        });
    }

    private static String reads(String function, MemberId member) throws Exception {
        return text(ConformanceTest.client(member.value()).entente().evaluateTransaction(function, member.value()));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, UTF_8);
    }
}
